import gzip
import json
root = "http://127.0.0.1:" + open("port").read()
articles = {a["url"]: a for a in map(json.loads, open("stdout"))}
assert set(articles) == {root + "/packed", root + "/kept", root + "/chunked"}, sorted(articles)
assert all("Salvage crews" in a["text"] for a in articles.values())
requests = [json.loads(l) for l in open("requests")]
paths = [r["path"] for r in requests]
assert paths.count("/robots.txt") == 1 and paths[0] == "/robots.txt", paths
assert not any(p.startswith("/private") for p in paths), paths
assert all(r["headers"]["User-Agent"].startswith("stemma/") and "Cookie" not in r["headers"] for r in requests)
warc = gzip.open("pages.warc.gz").read()
assert warc.startswith(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n") and warc.count(b"WARC-Type: request") == len(paths) - 1
assert "/private/b: its robots.txt forbids it" in open("stderr").read()
