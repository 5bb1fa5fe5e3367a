import json
lines = [json.loads(l) for l in open('stdout')]
assert len(lines) == 2 and all("Salvage crews" in l["text"] for l in lines)
