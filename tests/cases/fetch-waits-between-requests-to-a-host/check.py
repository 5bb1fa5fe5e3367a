import json
requests = sorted((json.loads(l) for l in open("requests")), key=lambda r: r["begun"])
assert [r["path"] for r in requests] == ["/robots.txt", "/a", "/b", "/c"], requests
# Three waits of 0.3 s: only the first and the last time can be late on a busy machine, not all between.
assert requests[-1]["begun"] - requests[0]["begun"] > 0.75, requests
