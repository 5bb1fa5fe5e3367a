#!/usr/bin/env python3
"""Fit the block labeller of src/extract/body on pages with gold, and say what other sites will see.

    ninja -C build/release dump_blocks
    python tools/extract_train/train.py --data DIR --dump build/release/src/extract/dump_blocks \
        --work /tmp/blocks --out src/extract/body/weights.inc

DIR holds pages/ and gold.jsonl. Needs numpy and scikit-learn. Every figure is of ten folds cut by site: a page is
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

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

FOLDS = 10
OPTIONS = dict(max_iter=60, max_leaf_nodes=24, learning_rate=0.12, min_samples_leaf=30, l2_regularization=3.0)
SNIPPET_WEIGHT = 1.5


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
        self.texts, self.tables = {k: [] for k in self.keys}, {}
        for line in out.decode().split("\n"):
            if line:
                row = json.loads(line)
                key = Path(row["path"]).name.removesuffix(".html")
                self.texts[key] = row["texts"]
                self.tables[key] = np.fromfile(row["path"] + ".features", dtype=np.float32).reshape(len(row["texts"]), max(row["columns"], 1))

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


def fit(pages, keys, options, seed):
    x = np.concatenate([pages.tables[k] for k in keys])
    y = np.concatenate([pages.y[k] for k in keys])
    w = np.concatenate([pages.w[k] for k in keys])
    return HistGradientBoostingClassifier(early_stopping=False, random_state=seed, **options).fit(x[w > 0], y[w > 0], sample_weight=w[w > 0])


def folds_of(pages):
    sites = sorted({site_of(pages.gold[k]) for k in pages.keys})
    order = np.random.RandomState(7).permutation(len(sites))
    fold = {sites[s]: i % FOLDS for i, s in enumerate(order)}
    return {k: fold[site_of(pages.gold[k])] for k in pages.keys}


def cross_fit(pages, options, fold):
    odds = {}
    for f in range(FOLDS):
        model = fit(pages, [k for k in pages.used if fold[k] != f], options, f)
        for k in pages.keys:
            if fold[k] == f:
                odds[k] = model.decision_function(pages.tables[k]) if len(pages.texts[k]) else np.zeros(0)
    return odds


def report(pages, odds, threshold, name):
    """F1, accuracy and snippet F1 when the lines above the threshold are the article."""
    counts, equal, snippets, by = [], [], [], defaultdict(list)
    for k in pages.keys:
        row = pages.gold[k]
        text = "\n\n".join(t for t, o in zip(pages.texts[k], odds[k]) if o > threshold)
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

def trees_of(model):
    for (predictor,) in model._predictors:
        yield predictor.nodes


def literal(value, digits):
    """A float as C++ writes it: with a point or an exponent."""
    text = f"{value:.{digits}g}"
    return (text if set(text) & set(".e") else text + ".0") + "f"


def write_ensemble(out, name, model):
    nodes, roots = [], []
    for tree in trees_of(model):
        base = len(nodes)
        roots.append(base)
        for node in tree:
            if node["is_leaf"]:
                nodes.append(f"{{-1, 0, 0, {literal(float(node['value']), 6)}}}")
            else:
                nodes.append(f"{{{node['feature_idx']}, {base + node['left']}, {base + node['right']}, {literal(float(np.float32(node['num_threshold'])), 9)}}}")
    out.write(f"inline constexpr float k{name}Base = {literal(float(np.ravel(model._baseline_prediction)[0]), 9)};\n")
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
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    pages = Pages(args, load_scorer(args.scorer))
    fold = folds_of(pages)

    pages.dump()
    pages.label()
    print(f"{len(pages.used)} pages, {sum(len(pages.y[k]) for k in pages.used)} lines, {sum(pages.y[k].sum() for k in pages.used):.0f} of articles")
    report(pages, {k: (2 * pages.y[k] - 1 if k in pages.y else np.zeros(len(pages.texts[k]))) for k in pages.keys}, 0, "labels themselves")
    odds = cross_fit(pages, OPTIONS, fold)
    for t in (-0.9, -0.7, -0.5, -0.3, 0):
        report(pages, odds, t, "by site")
    if args.out:
        with open(args.out, "w") as out:
            out.write("// Written by tools/extract_train/train.py; see its README.md for data, licence, date and figure.\n")
            write_ensemble(out, "Body", fit(pages, pages.used, OPTIONS, 0))


if __name__ == "__main__":
    main()
