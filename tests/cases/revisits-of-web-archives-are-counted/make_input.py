REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def record(kind, url, block, *fields):
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", *fields, f"Content-Length: {len(block)}"]
    return "\r\n".join(lines) + f"\r\n\r\n{block}\r\n\r\n"


page = f"<html><body><article><h1>Ship runs aground</h1><p>{REPORT}</p></article></body></html>"
repeats = lambda digest, url, date: (f"WARC-Payload-Digest: sha1:{digest}", f"WARC-Refers-To-Target-URI: {url}", f"WARC-Refers-To-Date: {date}")
ship, copy, old = "https://herald.example/ship", "https://herald.example/copy", "https://herald.example/old"
open("a.warc", "w").write(record("revisit", copy, HEAD, *repeats("B", ship, "2024-05-07T10:08:00Z"))
                          + record("revisit", old, HEAD, *repeats("C", old, "2023-01-02T03:04:05Z")))
open("b.warc", "w").write(record("response", ship, HEAD + page, "WARC-Payload-Digest: sha1:B"))
