import json
plain, odd = [json.loads(l) for l in open("articles")]
assert odd["text"] == json.load(open("odd.jsonl"))["text"], "a given text is never changed"
shared = [json.loads(l) for l in open("stdout")][:1]
assert shared[0]["kind"] == "duplicate" and shared[0]["similarity"] == 1, shared
for side, text in (("a", plain["text"]), ("b", odd["text"])):
    begin, end = shared[0][f"{side}_span"]
    assert text[begin:end].strip(".\ufeff") == text.strip(".\ufeff"), (side, begin, end, len(text))
# What is read out of a page loses what no reader sees, and keeps its quotation marks.
page = json.load(open("page"))["text"]
assert "The harbour of Port Aldane" in page and "“Nobody was hurt,”" in page and not any(c in page for c in "\u00ad\u200b\u200d\u2060\ufeff"), ascii(page)
