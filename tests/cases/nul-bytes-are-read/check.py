import json
lines = [json.loads(l) for l in open('stdout')]
assert len(lines) == 2, lines
assert all("\0" not in l["text"] and "Salvage crews" in l["text"] for l in lines)
