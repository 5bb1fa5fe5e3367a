import json
lines = [json.loads(l) for l in open("stdout")]
assert [l["path"] for l in lines] == ["page.html", "copy.html"]
assert lines[0]["id"] == lines[1]["id"] and lines[0]["text"] == lines[1]["text"]
