#!/usr/bin/env python3
"""Fit the block labeller of src/extract/body on pages with gold, and say what other sites will see.

    ninja -C build/release dump_blocks
    python tools/extract_train/train.py --data DIR --dump build/release/src/extract/dump_blocks \
        --work /tmp/blocks --out models/extract

DIR holds pages/ and gold.jsonl. Needs numpy, scipy, scikit-learn and lightgbm. Every figure is of ten folds cut by site: a page is
labelled by trees that saw no page of its site. The weights written are fitted on all pages.
"""
import argparse
import gzip
import importlib.util
import json
import math
import re
import subprocess
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import lightgbm
import numpy as np
import scipy.sparse
from sklearn.linear_model import LogisticRegression

FOLDS = 10
TREES = 140
# Shallow trees on a part of the features and pages each: what one site does weighs less. The program takes depths up to 5.
OPTIONS = dict(objective="binary", num_leaves=16, max_depth=5, learning_rate=0.1, feature_fraction=0.3, bagging_fraction=0.7,
               bagging_freq=1, min_data_in_leaf=30, lambda_l2=3.0, max_bin=127, num_threads=1, deterministic=True,
               force_row_wise=True, verbose=-1)
ENSEMBLES = 3  # fitted with different seeds and averaged: single pages move one by .003
# After the first trees seven lines of ten are under these odds, and of 6,292 lines that all trees took (three folds) none was: they see no other.
FIRST_TREES, HOPELESS, HOPELESS_ODDS = 40, -2.2, -10.0
WORD_SITES = 15  # a word or pair of words counts if pages of so many sites have it: no site's own words do
SNIPPET_WEIGHT = 4.0  # snippets mark few lines of a page; with 1.5 they hardly count, with 9 the texts suffer


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("extraction", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(text):
    return re.findall(r"\w+", text or "")


def site_of(row):
    host = (urlsplit(row["url"] or "").hostname or row["page"]).lower()
    parts = host.split(".")
    keep = 3 if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else 2
    return ".".join(parts[-keep:]) if row["url"] else row["page"]


# ---------------------------------------------------------------- labels

def chain(candidates):
    """The heaviest increasing chain of (block, gold position, weight): which of several copies of a line is the one meant."""
    best, back = [], []
    for i, (block, position, weight) in enumerate(candidates):
        top, link = 0.0, -1
        for j in range(i):
            other = candidates[j]
            if other[0] < block and other[1] < position and best[j] > top:
                top, link = best[j], j
        best.append(top + weight)
        back.append(link)
    chosen, i = set(), max(range(len(best)), key=best.__getitem__, default=-1)
    while i >= 0:
        chosen.add(candidates[i][0])
        i = back[i]
    return chosen


def labels_from_text(texts, gold):
    tokens = words(gold)
    grams = defaultdict(list)
    for i in range(len(tokens) - 3):
        grams[tuple(tokens[i:i + 4])].append(i)
    lines = defaultdict(list)
    at = 0
    for line in gold.split("\n"):
        mine = words(line)
        lines[tuple(mine)].append(at)
        at += len(mine)
    candidates = []
    for index, text in enumerate(texts):
        mine = words(text)
        if len(mine) >= 4:
            keys = [tuple(mine[i:i + 4]) for i in range(len(mine) - 3)]
            share = sum(k in grams for k in keys) / len(keys)
            if share < 0.6:
                continue
            first = next(i for i, k in enumerate(keys) if k in grams)
            places = [p - first for p in grams[keys[first]]]
        elif mine:
            places = lines.get(tuple(mine), [])
        else:
            continue
        candidates += [(index, p, len(mine)) for p in places[:20]]
    chosen = chain(candidates)
    # Punctuation-only lines take the label of the line before.
    y = np.zeros(len(texts))
    for index in range(len(texts)):
        y[index] = index in chosen
    return y, np.ones(len(texts))


def labels_from_snippets(texts, row):
    y, w = np.zeros(len(texts)), np.zeros(len(texts))
    for index, text in enumerate(texts):
        if any(s.strip() in text for s in row["with"] if len(s) > 8):
            y[index], w[index] = 1, SNIPPET_WEIGHT
        elif any(s.strip() in text for s in row["without"] or [] if len(s) > 8):
            w[index] = SNIPPET_WEIGHT
    return y, w


class Pages:
    def __init__(self, args, scorer):
        self.args, self.scorer = args, scorer
        self.gold = scorer.load_gold([args.data], set())
        args.work.mkdir(parents=True, exist_ok=True)
        self.paths = {}
        for key, row in self.gold.items():
            path = args.work / (key + ".html")
            if not path.exists():
                path.write_bytes(gzip.decompress(row["_file"].read_bytes()))
            self.paths[key] = path
        self.keys = sorted(self.gold)

    def dump(self):
        out = subprocess.run([self.args.dump], input="\n".join(str(self.paths[k]) for k in self.keys).encode(),
                             capture_output=True, check=True).stdout
        self.texts, self.tables, self.furniture = {k: [] for k in self.keys}, {}, {k: [] for k in self.keys}
        for line in out.decode().split("\n"):
            if line:
                row = json.loads(line)
                key = Path(row["path"]).name.removesuffix(".html")
                self.texts[key], self.furniture[key] = row["texts"], row["furniture"]
                self.tables[key] = np.fromfile(row["path"] + ".features", dtype=np.float32).reshape(len(row["texts"]), max(row["columns"], 1))

    def read_words(self):
        """What src/extract/body/word_odds.cpp sees of each line, as a sparse matrix a page over the keys that count."""
        lines, sites = {}, defaultdict(set)
        for key in self.keys:
            flat = np.fromfile(str(self.paths[key]) + ".words", dtype=np.uint64) if self.texts[key] else []
            lines[key], at = [], 0
            for _ in self.texts[key]:
                count = int(flat[at])
                lines[key].append(flat[at + 1:at + 1 + count])
                at += 1 + count
            for word in set(np.concatenate(lines[key]).tolist()) if lines[key] else ():
                sites[word].add(site_of(self.gold[key]))
        self.vocabulary = sorted(w for w, s in sites.items() if len(s) >= WORD_SITES)
        number = {w: i for i, w in enumerate(self.vocabulary)}
        self.words = {}
        for key in self.keys:
            found = [[number[w] for w in line.tolist() if w in number] for line in lines[key]]
            values = np.concatenate([np.full(len(f), 1 / math.sqrt(len(f))) for f in found if f] or [np.zeros(0)])
            self.words[key] = scipy.sparse.csr_matrix((values, np.concatenate([np.array(f, dtype=int) for f in found] or [np.zeros(0, int)]),
                                                       np.concatenate([[0], np.cumsum([len(f) for f in found])])), shape=(len(found), len(self.vocabulary)))

    def label(self):
        self.y, self.w, self.kind = {}, {}, {}
        for key in self.keys:
            row, texts = self.gold[key], self.texts[key]
            if row["text"] is not None and row["source_dataset"] not in self.scorer.TOOL_MADE_TEXT:
                self.y[key], self.w[key] = labels_from_text(texts, row["text"])
                # A long page must not outweigh ten short ones.
                size = sum(math.sqrt(len(words(t)) + 1) for t in texts) or 1
                self.w[key] = np.array([math.sqrt(len(words(t)) + 1) for t in texts]) / size * 100
            elif row["with"]:
                self.y[key], self.w[key] = labels_from_snippets(texts, row)
        self.used = [k for k in self.keys if k in self.y and len(self.texts[k])]


def fit_words(pages, keys):
    x, y, w = scipy.sparse.vstack([pages.words[k] for k in keys]), *(np.concatenate([of[k] for k in keys]) for of in (pages.y, pages.w))
    return LogisticRegression(C=1.0, max_iter=60, tol=1e-2).fit(x[w > 0], y[w > 0], sample_weight=w[w > 0] / w[w > 0].mean())


def with_word_odds(pages, train, others, fold):
    """The tables with the odds of each line's words in their last column; a page that is fitted on gets those of a model without its site."""
    tables = {}

    def fill(model, keys):
        for k in keys:
            tables[k] = pages.tables[k].copy()
            if len(tables[k]):
                tables[k][:, -1] = model.decision_function(pages.words[k])

    model = fit_words(pages, train)
    fill(model, others)
    for part in range(3):
        fill(fit_words(pages, [k for k in train if fold[k] % 3 != part]), [k for k in train if fold[k] % 3 == part])
    return tables, model


def fit(pages, tables, keys, seed):
    x = np.concatenate([tables[k] for k in keys])
    y = np.concatenate([pages.y[k] for k in keys])
    w = np.concatenate([pages.w[k] for k in keys])
    return lightgbm.train({**OPTIONS, "seed": seed}, lightgbm.Dataset(x[w > 0], y[w > 0], weight=w[w > 0]), num_boost_round=TREES)


def folds_of(pages, seed):
    sites = sorted({site_of(pages.gold[k]) for k in pages.keys})
    order = np.random.RandomState(7 + seed).permutation(len(sites))
    fold = {sites[s]: i % FOLDS for i, s in enumerate(order)}
    return {k: fold[site_of(pages.gold[k])] for k in pages.keys}


def fit_all(pages, tables, keys, seed):
    return [fit(pages, tables, keys, seed * ENSEMBLES + i) for i in range(ENSEMBLES)]


def predict(models, table):
    """What src/extract/body/labeller.cpp gives."""
    if not len(table):
        return np.zeros(0)
    odds = models[0].predict(table, raw_score=True, num_iteration=FIRST_TREES)
    hope = odds > HOPELESS
    odds[~hope] = HOPELESS_ODDS
    if hope.any():
        odds[hope] = np.mean([m.predict(table[hope], raw_score=True) for m in models], axis=0)
    return odds


def cross_fit(pages, fold, seed):
    odds = {}
    for f in range(FOLDS):
        train = [k for k in pages.used if fold[k] != f]
        keys = [k for k in pages.keys if fold[k] == f]
        tables, _ = with_word_odds(pages, train, keys, fold)
        together = predict(fit_all(pages, tables, train, seed), np.concatenate([tables[k] for k in keys if len(pages.texts[k])]))
        at = 0
        for k in keys:
            odds[k] = together[at:at + len(pages.texts[k])]
            at += len(pages.texts[k])
    return odds


def chosen(texts, odds, furniture, threshold):
    """What src/extract/body/body.cpp takes, but for whole stretches that stand twice."""
    least = threshold if len(odds) and max(odds) > threshold else max(-2.5, max(odds, default=-2.5) - 1)
    lines = [text for text, o, c in zip(texts, odds, furniture) if o > least and not c]
    return [text for text, last in zip(lines, [None] + lines) if text != last or len(words(text)) < 8]


def report(pages, odds, threshold, name):
    """F1, accuracy and snippet F1 when the lines above the threshold are the article."""
    counts, equal, snippets, by = [], [], [], defaultdict(list)
    for k in pages.keys:
        row = pages.gold[k]
        text = "\n\n".join(chosen(pages.texts[k], odds[k], pages.furniture[k], threshold))
        if row["text"] is not None and row["source_dataset"] not in pages.scorer.TOOL_MADE_TEXT:
            c = pages.scorer.shingle_counts(row["text"], text)
            counts.append(c)
            by[row["source_dataset"]].append(c)
            equal.append(words(row["text"]) == words(text))
        if row["with"]:
            snippets.append(pages.scorer.snippet_counts(row, text))
    p, r, f = pages.scorer.text_scores(counts)
    tp, fp, fn, tn = (sum(c) for c in zip(*snippets))
    print(f"{name} t={threshold:+.1f}: F1 {f:.4f} (P {p:.4f} R {r:.4f}) exact {sum(equal) / len(equal):.3f} "
          f"snippets {2 * tp / (2 * tp + fp + fn):.4f}  " + " ".join(f"{s} {pages.scorer.text_scores(c)[2]:.3f}" for s, c in by.items()))
    return f


# ---------------------------------------------------------------- weights as text

def literal(value, digits):
    """A float as C++ writes it: with a point or an exponent."""
    text = f"{value:.{digits}g}"
    return (text if set(text) & set(".e") else text + ".0") + "f"


def float_below(value):
    """The largest float that is not above: a float lies at or under it exactly when it does so under the double."""
    near = np.float32(value)
    return float(near if float(near) <= value else np.nextafter(near, np.float32(-np.inf)))


def write_trees(out, name, trees):
    nodes = []

    def add(node):
        at = len(nodes)
        nodes.append(None)
        if "leaf_value" in node:
            nodes[at] = f"{{-1, 0, 0, {literal(node['leaf_value'], 6)}}}"
        else:
            assert node["decision_type"] == "<=" and node["missing_type"] == "None"
            left, right = add(node["left_child"]), add(node["right_child"])
            nodes[at] = f"{{{node['split_feature']}, {left}, {right}, {literal(float_below(node['threshold']), 9)}}}"
        return at

    # LightGBM has the base in the first tree's leaves.
    roots = [add(tree["tree_structure"]) for tree in trees]
    out.write(f"inline constexpr std::uint16_t k{name}Roots[] = {{{', '.join(map(str, roots))}}};\n")
    out.write(f"inline constexpr TreeNode k{name}Nodes[] = {{\n")
    for i in range(0, len(nodes), 4):
        out.write("    " + ", ".join(nodes[i:i + 4]) + ",\n")
    out.write("};\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True, help="eval/extraction.py")
    parser.add_argument("--dump", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--seeds", type=int, default=2, help="how many times the folds are fitted: single pages move a figure by .003")
    parser.add_argument("--out", type=Path, help="folder of the weights")
    args = parser.parse_args()
    pages = Pages(args, load_scorer(args.scorer))
    pages.dump()
    pages.read_words()
    pages.label()
    print(f"{len(pages.used)} pages, {sum(len(pages.y[k]) for k in pages.used)} lines, {sum(pages.y[k].sum() for k in pages.used):.0f} of articles")
    ruled_out = [(pages.y[k][i], text) for k in pages.used for i, text in enumerate(pages.texts[k]) if pages.furniture[k][i] and pages.w[k][i]]
    print(f"{len(ruled_out)} lines that a rule leaves out, {sum(y for y, _ in ruled_out):.0f} of them of articles")
    for _, text in [each for each in ruled_out if each[0]][:20]:
        print("   ", text[:120])
    report(pages, {k: (2 * pages.y[k] - 1 if k in pages.y else np.zeros(len(pages.texts[k]))) for k in pages.keys}, -0.2, "labels themselves")
    for seed in range(args.seeds):
        odds = cross_fit(pages, folds_of(pages, seed), seed)
        for t in (-0.4, -0.2, 0, 0.2):
            report(pages, odds, t, f"by site, seed {seed}")
    if args.out:
        tables, words_model = with_word_odds(pages, pages.used, [], folds_of(pages, 0))
        trees = [tree for model in fit_all(pages, tables, pages.used, 0) for tree in model.dump_model()["tree_info"]]
        note = "// Written by tools/extract_train/train.py; models/README.md has data and licence.\n"
        with open(args.out / "body_weights.inc", "w") as out:
            out.write(f"{note}inline constexpr double kBodyHopeless = {HOPELESS}, kBodyHopelessOdds = {HOPELESS_ODDS};\n"
                      f"inline constexpr int kBodyEnsembles = {ENSEMBLES};\n")
            write_trees(out, "BodyFirst", trees[:FIRST_TREES])
            write_trees(out, "BodyOthers", trees[FIRST_TREES:])
        with open(args.out / "word_odds.inc", "w") as out:
            out.write(f"{note}inline constexpr double kWordBias = {words_model.intercept_[0]:.6g};\ninline constexpr WordWeight kWordWeights[] = {{\n")
            entries = [f"{{{key:#x}, {literal(weight, 4)}}}" for key, weight in zip(pages.vocabulary, words_model.coef_[0])]
            for i in range(0, len(entries), 4):
                out.write("    " + ", ".join(entries[i:i + 4]) + ",\n")
            out.write("};\n")


if __name__ == "__main__":
    main()
