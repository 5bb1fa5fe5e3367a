import json
letter, page = [json.loads(l) for l in open("stdout")]
assert letter["title"] == "Ship aground off Port Aldáne" and letter["authors"] == ["Ada Writer"], letter
assert letter["published"] == "2024-05-07T10:08:00Z" and "\n" not in letter["text"], letter
assert page["url"] == "https://herald.example/ship" and page["text"].endswith("It was cold – very."), page
assert page["title"] == "Ship runs aground" and page["published"] is None, page
