import json
made = open("made.jsonl").read()


def changed(change):
    article = json.loads(made)
    change(article)
    return article


def keep(*layers):
    every = {"sentences", "tokens", "noun_chunks", "entities", "times", "quantities", "attributions", "citations", "claims"}
    return lambda a: [a.pop(layer, None) for layer in every - set(layers)]


CHANGES = {
    "whole": lambda a: None,
    "far-chain": lambda a: [a["entities"][0].update(chain=4294967294), [a.pop(k) for k in ("attributions", "claims")]],
    "no-chain": lambda a: a["entities"][0].update(chain=-1),
    "head": lambda a: a["tokens"][0].update(head=len(a["tokens"])),
    "sentence": lambda a: a["claims"][0].update(sentence=len(a["sentences"])),
    "attribution": lambda a: a["claims"][0].update(attribution=len(a["attributions"])),
    "parent": lambda a: a["attributions"][0].update(parent=len(a["attributions"])),
    "span": lambda a: a["times"][0].update(span=[0, 10_000]),
    "no-tokens": lambda a: a.update(tokens=[]),
    "no-sentences": lambda a: [a.update(sentences=[]), a.pop("claims")],
    "without-names": keep("sentences", "tokens"),
    "claims-alone": keep("sentences", "tokens", "claims"),
    "claims-without-attributions": lambda a: a.pop("attributions"),
}
with open("articles.jsonl", "w") as out:
    for name, change in CHANGES.items():
        out.write(json.dumps({**changed(change), "id": name}) + "\n")
