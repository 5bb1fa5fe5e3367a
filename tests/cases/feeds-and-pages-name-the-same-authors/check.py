import json
lines = [json.loads(line) for line in open("stdout")]
feed = [line["authors"] for line in lines if "feed.xml" in line["path"]]
pages = [line["authors"] for line in lines if "page" in line["path"]]
assert feed == [["Ada Lund"], ["Ada Lund", "Ben Reed"], ["Ada Lund"], ["Ada Lund", "Ben Reed"], ["Ada Lund"], ["Ada Lund"]], feed
assert pages == feed, pages
