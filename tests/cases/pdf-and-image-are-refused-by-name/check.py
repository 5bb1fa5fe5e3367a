import json
lines = [json.loads(l) for l in open('stdout')]
assert len(lines) == 1
said = open("stderr").read()
assert "PDF" in said and "PNG" in said and "JPEG" in said, said
