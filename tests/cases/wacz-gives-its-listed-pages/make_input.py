import gzip
import zipfile
REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
def response(url, html):
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.encode()
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(block)}\r\n\r\n"
    return gzip.compress(head.encode() + block + b"\r\n\r\n")
page = f"<html><body><article><h1>Ship runs aground</h1><p>{REPORT}</p></article></body></html>"
with zipfile.ZipFile("site.wacz", "w") as wacz:
    wacz.writestr("archive/data.warc.gz", response("https://herald.example/ship", page)
                  + response("https://ads.example/frame", "<html><body><p>Buy now</p></body></html>"))
    wacz.writestr("indexes/index.cdx", "not read")
    wacz.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0", "id": "pages"}\n{"url": "https://herald.example/ship"}\n')
    wacz.writestr("datapackage.json", "{}")
