#!/usr/bin/env python3
"""How many of spaCy's decisions survive when its encoders compute with 8 bits: the measurement behind the absence of an int8 mode.

    rounded.py PACKAGE_DIR TEXTS.jsonl [--all]

The weights of the convolutions (with --all of the mixture layer too) are rounded to 255 steps by output and piece, what goes into them
by token. Needs spaCy (see README.md beside this file).
"""
import json
import sys

import numpy
import spacy

CONVOLUTION_INPUTS = 288
LAYERS = {
    "tag": lambda t: t.tag_,
    "head": lambda t: t.head.i,
    "label": lambda t: t.dep_,
    "lemma": lambda t: t.lemma_,
    "name": lambda t: (t.ent_iob_, t.ent_type_),
    "sentence start": lambda t: t.is_sent_start,
}


def rounded(rows):
    """Each row as integers from -127 to 127, times one number."""
    step = numpy.abs(rows).max(axis=1, keepdims=True) / 127
    step[step == 0] = 1
    return (numpy.round(rows / step) * step).astype(numpy.float32)


def round_layers(nlp, every):
    for component in ("tok2vec", "ner"):
        for node in nlp.get_pipe(component).model.walk():
            if node.name != "maxout" or not (every or node.get_param("W").shape[2] == CONVOLUTION_INPUTS):
                continue
            weights = node.get_param("W")
            node.set_param("W", rounded(weights.reshape(-1, weights.shape[2])).reshape(weights.shape))
            plain = node._func
            node._func = lambda model, x, is_train, plain=plain: plain(model, rounded(numpy.asarray(x)), is_train)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--all"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    with open(arguments[1], encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    exact, changed = spacy.load(arguments[0]), spacy.load(arguments[0])
    round_layers(changed, "--all" in sys.argv)
    tokens, same = 0, dict.fromkeys(LAYERS, 0)
    for a, b in zip(exact.pipe(texts, batch_size=16), changed.pipe(texts, batch_size=16)):
        tokens += len(a)
        for name, of in LAYERS.items():
            same[name] += sum(of(x) == of(y) for x, y in zip(a, b))
    print(f"{len(texts)} texts, {tokens} tokens: " + ", ".join(f"{name} {count / tokens:.2%}" for name, count in same.items()))


if __name__ == "__main__":
    main()
