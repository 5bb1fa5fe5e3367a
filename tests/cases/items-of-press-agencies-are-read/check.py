import json
a, b = [json.loads(l) for l in open("stdout")]
assert (a["title"], a["authors"], a["outlet"]) == ("Ship runs aground", ["Ada Lund", "Ben Reed"], "Harbour Wire"), a
assert (b["title"], b["authors"], b["outlet"], b["path"]) == ("Ship freed", ["Ada Lund"], "Harbour Wire", "message.xml#1"), b
assert b["published"] == "2024-05-07T12:00:00Z" and b["text"].endswith("It was windy."), b
