import json
articles = [json.loads(l) for l in open("stdout")]
assert [a["url"].rsplit("/")[-1] for a in articles] == ["one", "two"], articles
