import json
assert open("first.status").read().strip() == "1", "the limit left pages out"
articles = [json.loads(l) for l in open("stdout")]
assert [a["url"].rsplit("/")[-1] for a in articles] == ["two", "three"], articles
asked = [json.loads(l) for l in open("requests")]
assert all("If-None-Match" not in r["headers"] for r in asked if r["path"] == "/same.xml"), asked
assert [r["headers"].get("If-None-Match") for r in asked if r["path"] == "/kept"] == [None, '"one"'], asked
