import json
requests = sorted((json.loads(l) for l in open("requests")), key=lambda r: r["begun"])
assert [r["path"] for r in requests] == ["/robots.txt", "/busy", "/a", "/closed"], requests
assert requests[2]["begun"] - requests[1]["begun"] > 0.95, requests
said = open("stderr").read()
for line in ("/busy: HTTP status 429", "/closed: HTTP status 503", "/b: its host is busy and asks for a pause of 86400 s",
             "/c: its host is busy and asks for a pause of 86400 s"):
    assert line in said, (line, said)
