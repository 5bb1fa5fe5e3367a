import json
lines = [json.loads(line) for line in open("stdout")]
assert len(lines) == 4
assert all("Salvage crews" in line["text"] and line["authors"] == [] for line in lines)
