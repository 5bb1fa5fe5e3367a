import json
lines = [json.loads(l) for l in open('stdout')]
assert [l["language"] for l in lines] == ["zh", "ar"], [l["language"] for l in lines]
for l in lines:
    assert not any(l.get(k) for k in ("tokens", "sentences", "entities", "attributions", "claims")), l["id"]
