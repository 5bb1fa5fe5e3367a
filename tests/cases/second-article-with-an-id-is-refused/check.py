import json
lines = [json.loads(l) for l in open('stdout')]
assert [l["id"] for l in lines] == ["a", "b"] and "Another" not in lines[0]["text"]
