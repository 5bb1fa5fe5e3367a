import collections
import json
asked = collections.Counter(json.loads(l)["path"] for l in open("requests"))
assert asked == {"/robots.txt": 1, "/circle.xml": 1, "/back.xml": 1, "/sitemap.xml": 1, "/listed": 1}, asked
assert [json.loads(l)["url"].rsplit("/", 1)[1] for l in open("stdout")] == ["listed"]
