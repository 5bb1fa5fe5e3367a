import json
lines = [json.loads(l) for l in open('stdout')]
assert [l["url"] for l in lines] == ["http://example.org/1", "http://example.org/2", None], [l["url"] for l in lines]
assert lines[0]["path"].startswith("crawl.warc.gz#"), lines[0]["path"]
assert "trunc" in open("stderr").read().lower() or "ends" in open("stderr").read().lower()
