import json
lines = [json.loads(l) for l in open("stdout")]
assert [l["path"] for l in lines] == ["site.wacz#archive/data.warc.gz#1"], lines
assert lines[0]["url"] == "https://herald.example/ship" and "Salvage crews" in lines[0]["text"]
assert open("piped").read() == open("stdout").read(), "a pipe gives something else"
