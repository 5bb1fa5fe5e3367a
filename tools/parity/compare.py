#!/usr/bin/env python3
"""Run spaCy and stemma on the same texts and count, layer by layer, on how many tokens they differ.

    compare.py STEMMA MODEL PACKAGE_DIR TEXTS.jsonl

STEMMA is the program, MODEL the name of its converted model (sm, md), PACKAGE_DIR the package that it was made from. Every
difference is printed with its text, so that its cause can be looked for; then a table with a line for each layer. Needs spaCy (see
README.md beside this file).
"""
import json
import subprocess
import sys

import spacy

FIELDS = ("lemma", "pos", "tag", "morph", "head", "dep")


def expected(doc):
    tokens = {(t.idx, t.idx + len(t)): (t.lemma_, t.pos_, t.tag_, str(t.morph), (t.head.idx, t.head.idx + len(t.head)), t.dep_) for t in doc}
    sentences = set()
    for sentence in doc.sents if len(doc) else ():
        words = [t for t in sentence if not t.is_space]
        if words:
            sentences.add((words[0].idx, words[-1].idx + len(words[-1])))
    return {
        "tokens": tokens,
        "sentences": sentences,
        "entities": {(e.start_char, e.end_char, e.label_) for e in doc.ents},
        "noun_chunks": {(c.start_char, c.end_char) for c in (doc.noun_chunks if len(doc) else ())},
    }


def answered(article):
    spans = [tuple(t["span"]) for t in article["tokens"]]
    values = [(t["lemma"], t["pos"], t["tag"], t["morph"], spans[t["head"]], t["dep"]) for t in article["tokens"]]
    return {
        "tokens": dict(zip(spans, values)),
        "sentences": {tuple(s) for s in article["sentences"]},
        "entities": {(*e["span"], e["type"]) for e in article["entities"]},
        "noun_chunks": {tuple(c) for c in article["noun_chunks"]},
    }


def compare(text, want, have, counts, compared):
    def report(layer, span, a, b):
        counts[layer] = counts.get(layer, 0) + 1
        print(f"{layer}\t{text[max(0, span[0] - 30):span[1] + 20]!r}\tspaCy {a}\tstemma {b}")

    for layer in ("tokens", "sentences", "entities", "noun_chunks"):
        compared[layer] = compared.get(layer, 0) + len(want[layer])
    for layer in ("sentences", "entities", "noun_chunks"):
        for span in sorted(want[layer] ^ have[layer]):
            report(layer, span, span in want[layer], span in have[layer])
    for span in sorted(want["tokens"].keys() ^ have["tokens"].keys()):
        report("tokens", span, span in want["tokens"], span in have["tokens"])
    for span in want["tokens"].keys() & have["tokens"].keys():
        for field in FIELDS:
            compared[field] = compared.get(field, 0) + 1
        for field, a, b in zip(FIELDS, want["tokens"][span], have["tokens"][span]):
            if a != b:
                report(field, span, a, b)


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    stemma, model, package, path = sys.argv[1:]
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    input_lines = "".join(json.dumps({"id": str(i), "text": t, "language": "en"}) + "\n" for i, t in enumerate(texts))
    run = subprocess.run([stemma, "annotate", "--model", model, "--layers", "model", "-"], input=input_lines.encode(),
                         stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(texts)
    nlp, counts, compared = spacy.load(package), {}, {}
    for doc, article in zip(nlp.pipe(texts, batch_size=32), answers):
        compare(doc.text, expected(doc), answered(article), counts, compared)
    print(f"{len(texts)} texts; {nlp.meta['name']} {nlp.meta['version']}, spaCy {spacy.__version__}")
    for layer, number in compared.items():
        print(f"{layer:12} {number:8} compared, {counts.get(layer, 0):5} different")


if __name__ == "__main__":
    main()
