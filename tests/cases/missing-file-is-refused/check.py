import json
lines = [json.loads(l) for l in open('stdout')]
assert len(lines) == 1
