import json
lines = [json.loads(l) for l in open('stdout')]
assert [l["id"] for l in lines] == ["a", "c"]
