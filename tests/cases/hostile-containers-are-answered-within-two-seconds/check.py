import json
import os
names = set(os.listdir("inputs"))
statuses = dict(line.split(": ") for line in open("statuses").read().splitlines())
said, read = open("said").read(), [json.loads(l)["path"] for l in open("articles")]
assert set(statuses) == {f"inputs/{n}" for n in names} and set(statuses.values()) <= {"0", "1"}, statuses
# What has a whole report in it gives it; what has something wrong is named.
for name in ("bomb-in-a-body.warc", "bombs-in-bombs.warc", "length-too-small.warc", "no-length.warc", "not-gzip.warc", "cut.warc.gz", "chunks-that-lie.warc",
             "many-lengths.warc", "false-charset.rss", "ten-thousand-messages.eml"):
    assert any(path.startswith(f"inputs/{name}") for path in read), (name, read)
for name in names - {"not-gzip.warc", "encoded-words.eml", "long-line.jsonl", "revisits.warc", "false-charset.rss"}:
    assert f"inputs/{name}" in said, name
