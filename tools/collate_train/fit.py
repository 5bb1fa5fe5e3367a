#!/usr/bin/env python3
"""Fit the regressions of src/collate on gold stories, and judge the fit on stories left out.

    fit.py --lab build/release/collate_lab --gold DIR --articles DIR --work DIR [--write src/collate/weights.inc]

GOLD holds one folder a story with gold.json; ARTICLES holds collation-STORY.jsonl, annotated. For every story weights are
fitted on the others; WORK gets fold-STORY.json (those weights) and STORY.json (the collation under them), which
eval/collation.py --predictions WORK scores. --write fits on all stories and writes what ships. Needs numpy and scikit-learn.
"""
import argparse
import json
import os
import subprocess
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

# Of the clauses' features: the sentences' log-odds, and what they are multiplied with (src/collate/pairing.cpp).
LOG_ODDS, FLOOR = 0, -6.0
PRODUCTS = {14: (0, 1), 15: (0, 2), 16: (0, 3), 17: (0, 4), 18: (9, 0), 19: (9, 1), 20: (9, 3), 21: (9, 11)}


def hits(p, g, floor=600, factor=1.5):
    """A predicted stretch stands for a gold one: as eval/collation.py has it (for claims, unless told otherwise)."""
    if p[0] != g[0]:
        return False
    common = min(p[2], g[2]) - max(p[1], g[1])
    return (common > 0 and 2 * common >= min(p[2] - p[1], g[2] - g[1])
            and p[2] - p[1] <= max(floor, factor * (g[2] - g[1])))


def likeness(p, g):
    return max(0, min(p[2], g[2]) - max(p[1], g[1])) / (max(p[2], g[2]) - min(p[1], g[1]))


KINDS = ("number", "time")


class Story:
    def __init__(self, name, args):
        self.name, self.articles = name, os.path.join(args.articles, f"collation-{name}.jsonl")
        zero = os.path.join(args.work, "zero.json")
        with open(zero, "w", encoding="utf-8") as out:
            out.write("{}")
        done = subprocess.run([args.lab, zero, "pairs", self.articles], capture_output=True, check=True)
        data = json.loads(done.stdout)
        self.sentences, self.clauses, self.sentence_of = data["sentences"], data["clauses"], data["sentence_of"]
        self.pairs, self.x = self.split(data["sentence_pairs"])
        self.clause_pairs, self.cx = self.split(data["clause_pairs"])
        at = {tuple(p): n for n, p in enumerate(self.pairs.tolist())}
        self.above = np.array([at[tuple(sorted((self.sentence_of[i], self.sentence_of[j])))] for i, j in self.clause_pairs])
        with open(os.path.join(args.gold, name, "gold.json"), encoding="utf-8") as text:
            gold = json.load(text)
        self.variants = {kind: [[(m["article"], *m["span"]) for r in v["readings"] for m in r["mentions"]]
                                for v in gold["variants"] if v["kind"] == kind] for kind in KINDS}
        self.groups = [[(m["article"], *m["span"]) for m in c["mentions"]] for c in gold["claims"]]
        self.y = self.sentence_labels()
        self.keep, self.cy = self.clause_labels()

    @staticmethod
    def split(rows):
        table = np.array(rows, float)
        return table[:, :2].astype(int), table[:, 2:]

    def across(self, pairs, units):
        return np.array([units[i][0] != units[j][0] for i, j in pairs])

    def sentence_labels(self):
        together = set()
        for group in self.groups:
            hit = [i for i, s in enumerate(self.sentences) if any(hits(s, m) for m in group)]
            together |= {(i, j) for i in hit for j in hit if i < j}
        return np.array([tuple(p) in together for p in self.pairs.tolist()])

    def clause_labels(self):
        """The clause that fits a mention best is its unit; the others inside the mention are left out."""
        together, unclear = set(), set()
        for group in self.groups:
            best, hit = set(), set()
            for m in group:
                near = [(likeness(c, m), i) for i, c in enumerate(self.clauses) if hits(c, m)]
                hit |= {i for _, i in near}
                best |= {max(near)[1]} if near else set()
            together |= {(i, j) for i in best for j in best if i < j}
            unclear |= {(i, j) for i in hit for j in hit if i < j}
        pairs = [tuple(p) for p in self.clause_pairs.tolist()]
        y = np.array([p in together for p in pairs])
        return np.array([p not in unclear for p in pairs]) | y, y

    def read_slots(self, lab, weights):
        """Pairs of numbers and of times, under weights that this story had no part in."""
        done = subprocess.run([lab, weights, "slots", self.articles], capture_output=True, check=True)
        data, self.slots = json.loads(done.stdout), {}
        for kind in KINDS:
            spans = data[kind]["slots"]
            pairs, x = self.split(data[kind]["pairs"])
            across = self.across(pairs, spans)
            y = np.array([any(any(hits(spans[i], m, 80, 3) for m in g) and any(hits(spans[j], m, 80, 3) for m in g)
                              for g in self.variants[kind]) for i, j in pairs])
            self.slots[kind] = x[across], y[across]

    def clause_features(self, sentence):
        x = self.cx.copy()
        x[:, LOG_ODDS] = np.maximum(FLOOR, (self.x @ sentence["weights"] + sentence["bias"])[self.above])
        for column, (a, b) in PRODUCTS.items():
            x[:, column] = x[:, a] * x[:, b]
        return x


def regression(x, y, strength=1.0):
    mean, spread = x.mean(0), x.std(0) + 1e-9
    model = LogisticRegression(max_iter=3000, C=strength).fit((x - mean) / spread, y)
    weights = model.coef_[0] / spread
    return {"weights": weights.tolist(), "bias": float(model.intercept_[0] - (weights * mean).sum())}


def fit_sentences(stories):
    use = [s.across(s.pairs, s.sentences) for s in stories]
    return regression(np.vstack([s.x[u] for s, u in zip(stories, use)]),
                      np.concatenate([s.y[u] for s, u in zip(stories, use)]))


def fit(stories):
    """Clauses are fitted on log-odds that their own story had no part in."""
    rows, labels = [], []
    for s in stories:
        others = fit_sentences([t for t in stories if t is not s])
        use = s.keep & s.across(s.clause_pairs, s.clauses)
        rows.append(s.clause_features(others)[use])
        labels.append(s.cy[use])
    return {"sentence": fit_sentences(stories), "clause": regression(np.vstack(rows), np.concatenate(labels))}


def fit_slots(stories):
    return {kind: regression(np.vstack([s.slots[kind][0] for s in stories]),
                             np.concatenate([s.slots[kind][1] for s in stories])) for kind in KINDS}


def write(path, weights):
    with open(path, "w", encoding="utf-8") as out:
        json.dump(weights, out)


def as_initializer(weights):
    lines = ["// Logistic regressions fitted by tools/collate_train/fit.py; what on, when and how well: its README.md.",
             "// clang-format off"]
    for name, model in weights.items():
        numbers = ", ".join(f"{w:.6g}" for w in model["weights"])
        lines.append(f".{name} = {{.weights = {{{numbers}}}, .bias = {model['bias']:.6g}}},")
    return "\n".join(lines + ["// clang-format on", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("lab", "gold", "articles", "work"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--write")
    args = parser.parse_args()
    os.makedirs(args.work, exist_ok=True)
    names = sorted(n for n in os.listdir(args.gold) if os.path.isdir(os.path.join(args.gold, n)))
    stories = [Story(n, args) for n in names]
    fold = {s.name: os.path.join(args.work, f"fold-{s.name}.json") for s in stories}
    weights = {s.name: fit([t for t in stories if t is not s]) for s in stories}
    for s in stories:
        write(fold[s.name], weights[s.name])
        s.read_slots(args.lab, fold[s.name])
    for s in stories:
        write(fold[s.name], weights[s.name] | fit_slots([t for t in stories if t is not s]))
        collated = subprocess.run([args.lab, fold[s.name], "collate", s.articles], capture_output=True, check=True).stdout
        with open(os.path.join(args.work, f"{s.name}.json"), "wb") as out:
            out.write(collated)
    if args.write:
        with open(args.write, "w", encoding="utf-8") as out:
            out.write(as_initializer(fit(stories) | fit_slots(stories)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
