import json
lines = [json.loads(l) for l in open('stdout')]
assert "“Nobody was hurt,”" in lines[0]["text"] and "Lindén" in lines[0]["text"], lines[0]["text"]
