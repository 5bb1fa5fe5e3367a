"""Containers made to cost more than they hold. Each is answered by name, with what is whole in it or a reason."""
import gzip
import os
import zlib

REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue.")
item = f"<item><title>Ship</title><description>{REPORT}</description></item>"
response = lambda body, headers="": (lambda block: (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://h.example/\r\n"
                                                    f"Content-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n")(
    f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n".encode() + body)
page = f"<html><body><article><h1>Ship</h1><p>{REPORT}</p></article></body></html>".encode()
bomb = lambda megabytes: (lambda pack: b"".join([pack.compress(b"<p>")] + [pack.compress(b" " * (1 << 20)) for _ in range(megabytes)])
                          + pack.flush())(zlib.compressobj(9, zlib.DEFLATED, 31))
entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(12))
nested_mail = "Message-ID: 1\r\n" + "".join(f"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" for i in range(5_000))
forwards = "".join(f"Message-ID: {i}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=f{i}\r\n\r\n--f{i}\r\n"
                   "Content-Type: message/rfc822\r\n\r\n" for i in range(10_000))
enclosed = "MIME-Version: 1.0\r\nMessage-ID: 1\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
revisit = (f"WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Target-URI: http://h.example/{'x' * 500}\r\nWARC-Payload-Digest: sha1:{{}}\r\n"
           "Content-Length: 0\r\n\r\n\r\n\r\n")
inputs = {
    "forwards-in-forwards.eml": forwards + REPORT,
    "ten-thousand-messages.eml": enclosed + f"--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\n{REPORT}\r\n" * 10_000,
    "no-base64.mhtml": (f"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://h.example/\r\n{enclosed}--b\r\nContent-Type: text/html\r\n"
                        "Content-Transfer-Encoding: base64\r\n\r\n" + "%=\xff!" * 1_000_000),
    "marks-alone.mbox": "From - Tue May  7 10:08:00 2024\r\nMessage-ID: 1\r\nFrom: a\r\nTo: b\r\n\r\n" + "From - Tue May  7 10:08:00 2024\r\n\r\n" * 5_000,
    "revisits.warc": "".join(map(revisit.format, range(100_000))),
    "chunks-that-lie.warc": response(b"ffffffffffffffff\r\n" + page, "Transfer-Encoding: chunked\r\n") + response(page),
    "many-lengths.warc": response(page).replace(b"Content-Length: ", b"Content-Length: 99999999999999999999") + response(page),
    "false-charset.rss": (f"<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Caf\xe9 & bar</title>{item}</channel></rss>").encode("cp1252"),
    "entities.rss": f"<?xml version='1.0'?><!DOCTYPE rss [{entities}]><rss><channel><item><description>&e11;</description></item></channel></rss>",
    "entities-sitemap.xml": f"<?xml version='1.0'?><!DOCTYPE urlset [{entities}]><urlset><url><loc>http://h/&e11;</loc></url></urlset>",
    "deep.rss": "<rss><channel>" + "<a>" * 500_000 + item,
    "many-items.rss": "<rss><channel>" + item.replace("description", "x") * 50_000 + "</channel></rss>",
    "deep.json": '{"text":' + "[" * 1_000_000,
    "deep-lines.jsonl": ('{"x":' * 100_000 + "\n") * 5 + '{"text": "The ship."}\n',
    "long-line.jsonl": '{"text":"' + "word " * 5_000_000,
    "length-too-great.warc": response(page).replace(b"Content-Length: ", b"Content-Length: 9"),
    "length-too-small.warc": response(page).replace(b"Content-Length: ", b"Content-Length: 1\r\nX: ") + response(page + b"<p>More.</p>"),
    "no-length.warc": b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" * 50_000 + response(page),
    "endless-head.warc": b"WARC/1.0\r\n" + b"X: y\r\n" * 1_000_000,
    "bomb-in-a-body.warc": response(bomb(400), "Content-Encoding: gzip\r\n") + response(page),
    "bombs-in-bombs.warc": response(gzip.compress(bomb(300)), "Content-Encoding: gzip, gzip\r\n") + response(page),
    "not-gzip.warc": response(page, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
    "cut.warc.gz": (gzip.compress(response(page)) + gzip.compress(response(page + b"<p>More.</p>")))[:-40],
    "deep.eml": nested_mail,
    "many-parts.eml": "MIME-Version: 1.0\r\nMessage-ID: 1\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\n" * 500_000,
    "near-boundaries.eml": "MIME-Version: 1.0\r\nMessage-ID: 1\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + "--bb\r\n" * 1_000_000,
    "encoded-words.eml": "MIME-Version: 1.0\r\nMessage-ID: 1\r\nSubject: " + "=?utf-8?q?" * 100_000 + f"\r\n\r\n{REPORT}",
    "open.pdf": "%PDF-1.7\n1 0 obj <<" + "/A <<" * 500_000,
}
os.mkdir("inputs")
for name, content in inputs.items():
    open(f"inputs/{name}", "wb").write(content.encode() if isinstance(content, str) else content)
