import json
articles = [json.loads(l) for l in open("stdout")]
assert [a["url"].rsplit("/")[-1] for a in articles] == ["packed"], articles
root = "http://127.0.0.1:" + open("port").read()
said = open("stderr").read()
assert f"{root}/self: leads back to '{root}/self', in a circle" in said, said
assert f"{root}/circle2: leads back to '{root}/circle1', in a circle" in said, said
assert f"{root}/moved: leads to '{root}/packed', which is asked for once" in said, said
asked = [json.loads(l)["path"] for l in open("requests")]
assert sorted(asked) == sorted(["/robots.txt", "/self", "/circle1", "/circle2", "/packed", "/moved"]), asked
