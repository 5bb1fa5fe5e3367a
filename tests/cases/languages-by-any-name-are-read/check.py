import json
lines = [json.loads(line) for line in open("stdout")]
assert [line["language"] for line in lines] == ["en"] * 5 + [None] * 2 + ["de"]
assert [bool(line["tokens"]) for line in lines] == [True] * 7 + [False]
