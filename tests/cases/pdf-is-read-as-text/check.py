import json
line, = [json.loads(l) for l in open("stdout")]
assert "Tuesday after a freighter ran aground" in line["text"] and "\n" not in line["text"], line
assert "pdftotext of poppler-utils; it is not installed" in open("without").read()
