import json
lines = [json.loads(l) for l in open("stdout")]
assert any(l["path"] == "report.txt" for l in lines)
assert "bomb.zip" in open("stderr").read()
