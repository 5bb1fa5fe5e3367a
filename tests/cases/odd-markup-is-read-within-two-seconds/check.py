import json
import os
WORDS = ["Tuesday after a freighter", "About 40 sailors", "Salvage crews expect", "The owner of the ship"]
NO_ARTICLE = {"empty-root", "json-as-page", "nothing-but-tags"}
articles = {a["path"][len("pages/"):-len(".html")]: a["text"] for a in map(json.loads, open("articles"))}
statuses = dict(line.split(": ") for line in open("statuses").read().split("\n") if line)
pages = {name[:-len(".html")] for name in os.listdir("pages")}
assert set(articles) == pages - NO_ARTICLE, (pages - NO_ARTICLE) ^ set(articles)
assert statuses == {f"pages/{name}.html": "1" for name in NO_ARTICLE}, statuses
for name, text in articles.items():
    assert [text.count(words) for words in WORDS] == [1] * len(WORDS), (name, text)
    for foreign in ("var a", "cookies", "Advert", "Not shown"):
        assert foreign not in text, (name, foreign)
said = open("said").read()
assert all(f"pages/{name}.html" in said for name in NO_ARTICLE), said
