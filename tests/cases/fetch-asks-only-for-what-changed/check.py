import json
first, second = ([json.loads(l) for l in open(n)] for n in ("first.jsonl", "stdout"))
assert len(first) == 2 and [a["url"].rsplit("/")[-1] for a in second] == ["other"], second
assert open("second.warc").read().count("WARC-Type: revisit") == 1
asked = [json.loads(l) for l in open("requests")]
kept = [r["headers"] for r in asked if r["path"] == "/kept"]
assert "If-None-Match" not in kept[0] and kept[1]["If-None-Match"] == '"one"', kept
assert [set(json.loads(l)) for l in open("seen.jsonl")] == [{"url", "etag", "last_modified"}]
