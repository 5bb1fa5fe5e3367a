import json
articles = {a["url"].rsplit("/")[-1]: a for a in map(json.loads, open("stdout"))}
assert set(articles) == {"report.md", "bytes", "item"}, sorted(articles)
assert all("Salvage crews" in a["text"] for a in articles.values())
assert articles["item"]["authors"] == ["Ada Lund"] and articles["item"]["title"] == "Ship in the feed", articles["item"]
