import json
article, = [json.loads(l) for l in open("stdout")]
assert article["path"] == "b.warc#1", article
