import json
lines = [json.loads(l) for l in open('stdout')]
assert len(lines) == 1 and "Salvage crews" in lines[0]["text"]
