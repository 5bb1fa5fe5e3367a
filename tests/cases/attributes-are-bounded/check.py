import json
lines = [json.loads(l) for l in open('stdout')]
assert "Salvage crews" in lines[0]["text"]
