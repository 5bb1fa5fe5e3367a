#!/usr/bin/env python3
"""Fit the weights that decide which articles are one story.

    fit.py words --dump PROGRAM --data DIR   src/cluster/background_words.inc from the word counts of the sets
    fit.py pairs --dump PROGRAM --data DIR   the pair weights; build again before the next step
    fit.py joins --dump PROGRAM --data DIR   the join weights, from gold stories and from the program's own

DIR has one folder a set (articles.jsonl, gold.jsonl); PROGRAM is the bench program cluster_dump. Needs numpy and
scikit-learn. Every set has the same total weight. Printed: log loss and accuracy on each set of weights that were
fitted on the others. --without SET leaves a set out altogether, to score it with weights that never saw it.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

CLUSTER = Path(__file__).resolve().parents[2] / "src" / "cluster"
PAIRS, DATED, UNDATED = "kPair", "kDatedJoin", "kUndatedJoin"


def gold_of(folder):
    with open(folder / "gold.jsonl", encoding="utf-8") as lines:
        return {row["id"]: row["story"] for row in map(json.loads, lines)}


def dump(program, mode, *files):
    done = subprocess.run([program, mode, *map(str, files)], stdout=subprocess.PIPE, check=True, text=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


def fit(x, y, weight, strength=10.0):
    scale = x.std(axis=0) + 1e-9
    model = LogisticRegression(C=strength, max_iter=5000).fit(x / scale, y, sample_weight=weight)
    return model.coef_[0] / scale, model.intercept_[0]


def fit_sets(sets, name):
    """sets: name -> (x, y). Returns weights fitted on all; prints what each set gets from the others."""
    def joined(names):
        x = np.concatenate([sets[n][0] for n in names])
        y = np.concatenate([sets[n][1] for n in names])
        return x, y, np.concatenate([np.full(len(sets[n][1]), 1000.0 / len(sets[n][1])) for n in names])

    for left in sets if len(sets) > 1 else ():
        w, b = fit(*joined([n for n in sets if n != left]))
        x, y = sets[left]
        p = 1 / (1 + np.exp(-(x @ w + b)))
        print(f"{name:<14} {left:<16} {len(y):>6}  log loss {log_loss(y, p, labels=[0, 1]):.4f}  accuracy {np.mean((p > 0.5) == y):.4f}")
    return fit(*joined(list(sets)))


def write(name, weights, bias):
    path = CLUSTER / "weights.inc"
    text = path.read_text()
    numbers = ", ".join(f"{w:.4f}" for w in weights)
    text = re.sub(name + r"Weights = \{[^}]*\}", f"{name}Weights = {{{numbers}}}", text)
    text = re.sub(name + r"Bias = [^;]*;", f"{name}Bias = {bias:.4f};", text)
    path.write_text(text)
    print(name, numbers, f"bias {bias:.4f}")


def words(program, folders):
    """Words that are common in most sets and mostly written small: no names."""
    rate, inside, capital, sets = Counter(), Counter(), Counter(), Counter()
    for folder in folders:
        for word, articles, having, seen, upper in dump(program, "words", folder / "articles.jsonl"):
            rate[word] += int(having) / int(articles) / len(folders)
            inside[word] += int(seen)
            capital[word] += int(upper)
            sets[word] += 1
    kept = [w for w in sorted(rate) if rate[w] >= 0.004 and 2 * sets[w] > len(folders) and capital[w] <= 0.4 * inside[w]
            and w.isascii() and w.replace("'", "").isalpha()]
    with open(CLUSTER / "background_words.inc", "w", encoding="utf-8") as out:
        out.writelines(f'{{"{w}", {round(rate[w] * 10000)}}},\n' for w in kept)
    print(len(kept), "words")


def pairs(program, folders):
    sets = {}
    for folder in folders:
        gold = gold_of(folder)
        rows = [r for r in dump(program, "pairs", folder / "articles.jsonl") if r[0] in gold and r[1] in gold]
        sets[folder.name] = (np.array([[float(v) for v in r[2:]] for r in rows]),
                             np.array([int(gold[r[0]] == gold[r[1]]) for r in rows]))
    write(PAIRS, *fit_sets(sets, "pairs"))


def joins(program, folders):
    """Whether the best story is the right one, with stories as the gold has them and as the program made them."""
    examples = {DATED: {}, UNDATED: {}}
    for folder in folders:
        gold = gold_of(folder)
        with tempfile.NamedTemporaryFile("w", suffix=".tsv") as told:
            told.writelines(f"{i}\t{s}\n" for i, s in gold.items())
            told.flush()
            runs = [dump(program, "joins", folder / "articles.jsonl", told.name),
                    dump(program, "joins", folder / "articles.jsonl")]
        for rows in runs:
            members = {}
            for ident, story, number, dated, *values in rows:
                if ident in gold and number != "-":
                    known = members.get(number)
                    if known:
                        name = DATED if dated == "1" else UNDATED
                        x, y = examples[name].setdefault(folder.name, ([], []))
                        x.append([float(v) for v in values])
                        y.append(int(known.most_common(1)[0][0] == gold[ident]))
                if ident in gold:
                    members.setdefault(story, Counter())[gold[ident]] += 1
    for name, sets in examples.items():
        write(name, *fit_sets({n: (np.array(x), np.array(y)) for n, (x, y) in sets.items()}, name))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["words", "pairs", "joins"])
    parser.add_argument("--dump", required=True)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--without", action="append", default=[])
    args = parser.parse_args()
    folders = [f.parent for f in sorted(args.data.glob("*/gold.jsonl")) if f.parent.name not in args.without]
    {"words": words, "pairs": pairs, "joins": joins}[args.step](args.dump, folders)
    return 0


if __name__ == "__main__":
    sys.exit(main())
