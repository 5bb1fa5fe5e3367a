#!/usr/bin/env python3
"""Parses the sentences of sentences.txt (ours, invented) with a spaCy model and prints src/annotate/test_parses.inc.

    make.py MODEL_FOLDER sentences.txt > src/annotate/test_parses.inc

One entry a sentence: name, text, and its tokens as "begin end lemma tag pos dep head", one a line; then the sentences and
the names. So the tests of the steps after the parse need no language model.
"""
import sys

import spacy


def entry(nlp, name, text):
    doc = nlp(text)
    byte = [0]
    for c in text:
        byte.append(byte[-1] + len(c.encode()))
    at = lambda start, end: f"{byte[start]} {byte[end]}"
    tokens = "\n".join(f"{at(t.idx, t.idx + len(t))} {t.lemma_.strip() or '_'} {t.tag_} {t.pos_} {t.dep_ or '_'} {t.head.i}" for t in doc)
    sentences = "\n".join(at(s.start_char, s.end_char) for s in doc.sents)
    names = "\n".join(f"{at(e.start_char, e.end_char)} {e.label_}" for e in doc.ents)
    return f'{{"{name}", R"~({text})~",\n R"~({tokens})~",\n R"~({sentences})~",\n R"~({names})~"}},'


def main():
    nlp = spacy.load(sys.argv[1])
    print("// Parses of our own sentences. Made by tools/test_parses/make.py from sentences.txt.")
    with open(sys.argv[2], encoding="utf-8") as f:
        for line in f:
            name, text = line.rstrip("\n").split("|", 1)
            print(entry(nlp, name, text))


if __name__ == "__main__":
    main()
