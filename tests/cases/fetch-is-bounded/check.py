import json
articles = [json.loads(l) for l in open("stdout")]
assert [a["url"].rsplit("/")[-1] for a in articles] == ["one"], articles
said = open("stderr").read()
assert "/endless: the answer is over 33554432 bytes" in said, said
assert "/headers: " in said and "/round5: more than 5 redirects" in said, said
assert "2 addresses were left out: the limit is 2 pages" in open("few").read(), open("few").read()
