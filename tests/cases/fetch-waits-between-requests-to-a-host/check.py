import json
requests = sorted((json.loads(l) for l in open("requests")), key=lambda r: r["begun"])
assert [r["path"] for r in requests] == ["/robots.txt", "/a", "/b", "/c"], requests
for before, after in zip(requests, requests[1:]):
    assert after["begun"] - before["ended"] > 0.25, (before, after)
