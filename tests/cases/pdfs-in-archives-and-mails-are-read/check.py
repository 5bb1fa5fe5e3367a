import json
page, attached = [json.loads(l) for l in open("stdout")]
assert (page["path"], page["url"]) == ("site.warc#1", "https://port.example/release.pdf"), page
assert (attached["path"], attached["url"]) == ("letter.eml#1", None), attached
for article in (page, attached):
    assert article["text"].endswith("ferries were sent to a neighbouring port."), article
