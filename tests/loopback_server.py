#!/usr/bin/env python3
"""A web server on this machine for the cases of `stemma fetch`.

    loopback_server.py FOLDER      writes FOLDER/port when it listens and a line a request to FOLDER/requests

Ends by itself after two minutes, so that a case that fails leaves nothing behind.
"""
import gzip
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LIFETIME_SECONDS = 120
REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
folder = Path(sys.argv[1])
log_lock = threading.Lock()


def page(name):
    return (f"<html><head><title>{name}</title></head><body><article><h1>Ship {name}</h1><p>{REPORT}</p>"
            f"<p>This was seen at the pier of {name}.</p></article></body></html>").encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, body, status=200, kind="text/html; charset=utf-8", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        # Before the answer: whoever has the last answer may stop this server at once.
        with log_lock, open(folder / "requests", "a") as log:
            log.write(json.dumps({"path": self.path, "begun": time.time(), "headers": dict(self.headers.items())}) + "\n")
        try:
            self.serve(self.path)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def serve(self, path):
        root = f"http://127.0.0.1:{self.server.server_port}"
        if path == "/robots.txt":
            self.answer(b"User-agent: *\nDisallow: /private\n", kind="text/plain")
        elif path == "/kept" and self.headers.get("If-None-Match") == '"one"':
            self.send_response(304)
            self.end_headers()
        elif path == "/kept":
            self.answer(page("kept"), ETag='"one"', Last_Modified="Tue, 07 May 2024 10:08:00 GMT")
        elif path == "/packed":
            self.answer(gzip.compress(page("packed")), Content_Encoding="gzip")
        elif path == "/chunked":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for at in range(0, len(page("chunked")), 100):
                part = page("chunked")[at:at + 100]
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.write(b"0\r\n\r\n")
        elif path == "/moved":
            self.answer(b"", 301, Location="/packed")
        elif path.startswith("/round"):
            self.answer(b"", 302, Location=f"/round{int(path[6:] or 0) + 1}")
        elif path == "/to-file":
            self.answer(b"", 302, Location="file:///etc/passwd")
        elif path == "/to-private":
            self.answer(b"", 302, Location="/private/b")
        elif path == "/endless":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.close_connection = True
            for _ in range(4096):
                self.wfile.write(b"<p>" + b"word " * 13107)
        elif path == "/headers":
            self.send_response(200)
            for i in range(64):
                self.send_header(f"X-{i}", "x" * 8000)
            self.end_headers()
            self.close_connection = True
        elif path == "/picture":
            self.answer(b"\x89PNG\r\n\x1a\n", kind="image/png")
        elif path == "/empty":
            self.answer(b"")
        elif path == "/other.json":
            self.answer(b'{"page": 1, "next": 2}', kind="application/json")
        elif path == "/styles":
            self.answer(b"body { color: red }", kind="text/css")
        elif path == "/report.md":
            self.answer(f"Ship aground\n\n{REPORT}\n".encode(), kind="text/markdown")
        elif path == "/bytes":
            self.answer(page("bytes"), kind="application/octet-stream")
        elif path == "/feed.json":
            feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Herald", "home_page_url": root,
                               "items": [{"id": "1", "url": f"{root}/item", "title": "Ship in the feed", "content_text": REPORT,
                                          "authors": [{"name": "Ada Lund"}]}]})
            self.answer(feed.replace("/", "\\/").encode(), kind="application/feed+json")
        elif path == "/self":
            self.answer(b"", 302, Location="/self", Set_Cookie="seen=1")
        elif path in ("/circle1", "/circle2"):
            self.answer(b"", 302, Location="/circle2" if path == "/circle1" else "/circle1")
        elif path == "/busy":
            self.answer(b"", 429, Retry_After="1")
        elif path == "/closed":
            self.answer(b"", 503, Retry_After="86400")
        elif path == "/list.txt":
            self.answer(f"{root}/one\n{root}/two\n".encode(), kind="text/plain")
        elif path == "/same.xml" and self.headers.get("If-None-Match"):
            self.send_response(304)
            self.end_headers()
        elif path == "/same.xml":
            pages = "".join(f"<url><loc>{root}/{name}</loc></url>" for name in ("kept", "two", "three"))
            self.answer(f"<urlset>{pages}</urlset>".encode(), kind="application/xml", ETag='"s"')
        elif path == "/sitemap.xml":
            self.answer((f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
                         f'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{root}/listed</loc><n:news>'
                         f'<n:publication><n:name>The Herald</n:name></n:publication><n:title>Ship listed</n:title>'
                         f'<n:publication_date>2024-05-07T10:08:00Z</n:publication_date></n:news></url></urlset>').encode(),
                        kind="application/xml")
        elif path in ("/circle.xml", "/back.xml"):
            listed = "".join(f"<sitemap><loc>{root}{each}</loc></sitemap>" for each in ("/circle.xml", "/back.xml", "/sitemap.xml"))
            self.answer(f'<?xml version="1.0"?><sitemapindex>{listed}</sitemapindex>'.encode(), kind="application/xml")
        elif path.strip("/").isalnum() and path != "/missing":
            self.answer(page(path.strip("/")))
        else:
            self.answer(b"not here", 404)


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Timer(LIFETIME_SECONDS, server.shutdown).start()
(folder / "port.part").write_text(str(server.server_port))
(folder / "port.part").rename(folder / "port")
server.serve_forever()
