import json
articles = {a["path"][len("pages/"):-len(".html")]: a["text"] for a in map(json.loads, open("stdout"))}
assert len(articles) == 13, sorted(articles)
for name, text in articles.items():
    words = ["Порт был закрыт", "сказала капитан"] if "russian" in name else ["Port Aldáne", "said – the café", "“Nobody was hurt,”", "Lindén"]
    assert all(each in text for each in words), (name, text)
