#!/usr/bin/env python3
"""Fits the weights of the cue model (src/annotate/cue_weights.inc) on hand-made attributions.

    cue_candidates ANNOTATED.jsonl > candidates.jsonl
    fit.py --data DIR --candidates candidates.jsonl --out src/annotate/cue_weights.inc

DIR holds articles.jsonl and gold.jsonl as data/attribution has them. A candidate is right when a gold attribution
shares half of its content, cue and source, both ways. Logistic regression with an L2 penalty over features that occur in
at least --articles articles, so that no weight rests on one report; weights become signed bytes in steps of 1/24.
The threshold is part of the bias.
"""
import argparse
import json
import os
import re
from bisect import bisect_left
from collections import defaultdict

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
STEP = 24


def read_jsonl(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


class Words:
    def __init__(self, text):
        self.tokens = [(m.start(), m.end(), m.group()[0].isalnum()) for m in TOKEN.finditer(text)]
        self.begins = [t[0] for t in self.tokens]

    def cover(self, spans):
        found = set()
        for b, e in spans or []:
            i = max(0, bisect_left(self.begins, b) - 1)
            while i < len(self.tokens) and self.tokens[i][0] < e:
                tb, te, _ = self.tokens[i]
                if 2 * (min(te, e) - max(tb, b)) >= te - tb:
                    found.add(i)
                i += 1
        words = {i for i in found if self.tokens[i][2]}
        return frozenset(words or found)


def half(a, b):
    if not a or not b:
        return not a and not b
    shared = len(a & b)
    return 2 * shared >= len(a) and 2 * shared >= len(b)


def label(articles, gold, candidates):
    """1 where some gold attribution has this content and source and a cue that touches; -1, which is left out, where
    the candidate lies inside the content of one: the gold does not say what is nested, the program wants it."""
    words, table = {}, defaultdict(list)
    for a in articles:
        w = words[a["id"]] = Words(a["text"])
        for g in gold[a["id"]]:
            table[a["id"]].append(tuple(w.cover(g[role]) for role in ("content", "cue", "source")))
    labels = []
    for c in candidates:
        w = words[c["id"]]
        content, cue = w.cover(c["content"]), w.cover([c["cue"]])
        source = w.cover([c["source"]] if c["source"] else [])
        right = any(half(g, content) and half(s, source) and (k & cue) for g, k, s in table[c["id"]])
        nested = any(cue <= g and content <= g for g, k, s in table[c["id"]])
        labels.append(1 if right else -1 if nested else 0)
    return np.array(labels)


def fit(candidates, labels, articles, penalty):
    seen = defaultdict(set)
    for c in candidates:
        for f in c["features"]:
            seen[f].add(c["id"])
    names = sorted(f for f, ids in seen.items() if len(ids) >= articles)
    index = {f: i for i, f in enumerate(names)}
    rows, cols = [], []
    for i, c in enumerate(candidates):
        for f in c["features"]:
            if f in index:
                rows.append(i)
                cols.append(index[f])
    x = sparse.csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(len(candidates), len(names)))
    model = LogisticRegression(C=penalty, max_iter=400, fit_intercept=False, solver="liblinear")
    model.fit(x, labels)
    return names, model.coef_[0]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", required=True)
    ap.add_argument("--candidates", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--articles", type=int, default=4, help="a feature must occur in this many articles")
    ap.add_argument("--penalty", type=float, default=0.2, help="inverse strength of the L2 penalty")
    ap.add_argument("--bias", type=float, default=1.0, help="added to every score: the negative of the threshold")
    a = ap.parse_args()
    articles = read_jsonl(os.path.join(a.data, "articles.jsonl"))
    gold = {r["id"]: r["attributions"] for r in read_jsonl(os.path.join(a.data, "gold.jsonl"))}
    candidates = [c for c in read_jsonl(a.candidates) if c["id"] in gold]
    labels = label(articles, gold, candidates)
    candidates = [c for c, l in zip(candidates, labels) if l >= 0]
    labels = labels[labels >= 0]
    names, weights = fit(candidates, labels, a.articles, a.penalty)
    bias = hash_of("bias")
    with open(a.out, "w", encoding="utf-8") as f:
        f.write(f"// Weights of the cue model in steps of 1/{STEP}, by hash of the feature. Made by tools/cue_model/fit.py;\n"
                "// see tools/cue_model/README.md for the data, its licence and the figures.\n")
        for name, weight in zip(names, weights):
            value = int(np.clip(round((weight + (a.bias if name == bias else 0)) * STEP), -127, 127))
            if value:
                f.write(f"{{{name}u, {value}}},\n")
    print(f"{len(candidates)} candidates, {labels.sum()} right, {len(names)} features")


def hash_of(name):
    h = 2166136261
    for byte in name.encode() + b"\0":
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return h


if __name__ == "__main__":
    main()
