import json
lines = {line["id"]: line for line in map(json.loads, open("stdout"))}
assert list(lines) == ["whole", "far-chain", "no-tokens", "no-sentences", "without-names", "claims-alone",
                       "claims-without-attributions"], list(lines)
for name in ("without-names", "claims-alone", "claims-without-attributions"):
    for layer in ("tokens", "entities", "attributions", "claims"):
        assert lines[name][layer] == lines["whole"][layer], (name, layer)
