#!/usr/bin/env python3
"""Write what spaCy says of texts, one JSON object a line, for the tests of the language runtime.

    dump.py PACKAGE_DIR TEXTS.jsonl > ANSWERS.jsonl

Each answer holds `tokens` = [begin, end, lemma, pos, tag, morph, head, dep], `sentences`, `entities` = [begin, end, type] and
`noun_chunks`, with byte offsets into the text's UTF-8. Sentences run from their first to their last token that is no white
space; a sentence of white space alone is left out. Needs spaCy (see README.md beside this file).
"""
import json
import sys

import spacy


def answer(doc):
    starts, at = [], 0
    for token in doc:
        starts.append(at)
        at += len((token.text + token.whitespace_).encode())
    span = lambda first, last: [starts[first], starts[last] + len(doc[last].text.encode())]
    sentences = []
    for sentence in doc.sents if len(doc) else ():
        words = [t.i for t in sentence if not t.is_space]
        if words:
            sentences.append(span(words[0], words[-1]))
    return {
        "tokens": [[*span(t.i, t.i), t.lemma_, t.pos_, t.tag_, str(t.morph), t.head.i, t.dep_] for t in doc],
        "sentences": sentences,
        "entities": [[*span(e.start, e.end - 1), e.label_] for e in doc.ents],
        "noun_chunks": [span(c.start, c.end - 1) for c in (doc.noun_chunks if len(doc) else ())],
    }


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    nlp = spacy.load(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as lines:
        for line in lines:
            print(json.dumps(answer(nlp(json.loads(line)["text"])), ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
