import json
lines = [json.loads(l) for l in open('stdout')]
assert sorted(l["path"] for l in lines) == ["folder/inner/other.txt", "folder/report.txt"]
