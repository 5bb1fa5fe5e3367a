import json
article, = [json.loads(l) for l in open("stdout")]
assert article["url"].endswith("/listed") and article["path"] == article["url"], article
assert (article["title"], article["outlet"], article["published"]) == ("Ship listed", "The Herald", "2024-05-07T10:08:00Z")
