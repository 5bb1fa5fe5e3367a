#!/usr/bin/env python3
"""Writes a web archive of invented pages, the same bytes every time.

    make_warc.py FILE MEGABYTES      FILE ends in .warc (plain), .warc.gz (a gzip member a record) or .warc.zst (a frame a record, needs zstd)
    make_warc.py FOLDER/ MEGABYTES   the pages alone, a file each, with paragraphs of the golden texts, so that there is an article to find

Sizes and the share of markup are those of news pages: 20 to 200 KB, two thirds tags, scripts and attributes.
"""
import gzip
import html
import json
import os
import random
import subprocess
import sys

name, megabytes = sys.argv[1], int(sys.argv[2])
rng = random.Random(20240507)
LETTERS = "etaoinshrdlucmfwypvbgkjqxz"
WORDS = ["".join(rng.choices(LETTERS, weights=range(26, 0, -1), k=rng.randint(2, 11))) for _ in range(20_000)]


def text(words):
    return " ".join(WORDS[min(int(rng.paretovariate(0.7)) - 1, len(WORDS) - 1)] for _ in range(words))


def invented_paragraph():
    return text(rng.randint(20, 90)) + "."


def page(paragraph=invented_paragraph):
    parts = ["<!doctype html><html lang=en><head><meta charset=utf-8><title>", text(8), "</title>"]
    for _ in range(rng.randint(5, 40)):
        parts.append(f'<script src="/static/{rng.getrandbits(64):x}.js" data-id="{rng.getrandbits(128):x}" async></script>')
    parts.append("</head><body>")
    for _ in range(rng.randint(20, 250)):
        parts.append(f'<div class="{rng.choice(WORDS)}-{rng.choice(WORDS)} {rng.choice(WORDS)}" id="n{rng.getrandbits(32):x}">'
                     f'<a href="/{rng.choice(WORDS)}/{rng.getrandbits(40):x}">{text(rng.randint(3, 12))}</a></div>\n')
    for _ in range(rng.randint(5, 60)):
        parts.append(f"<p>{paragraph()}</p>\n")
    for _ in range(rng.randint(5, 60)):
        parts.append(f"<script>window.q.push({{id:'{rng.getrandbits(256):x}',n:{rng.random()}}})</script>")
    parts.append("</body></html>")
    return "".join(parts).encode()


def record(kind, url, content_type, block):
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2024-05-07T10:08:00Z\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Record-ID: <urn:uuid:{rng.getrandbits(32):08x}-0000-4000-8000-{rng.getrandbits(48):012x}>\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"


def records():
    written = number = 0
    while written < megabytes * 1_000_000:
        number += 1
        url = f"https://outlet{number % 97}.example/news/{number}"
        body = page()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        for each in (record("request", url, "application/http; msgtype=request",
                            f"GET /news/{number} HTTP/1.1\r\nHost: outlet{number % 97}.example\r\n\r\n".encode()),
                     record("response", url, "application/http; msgtype=response", head + body)):
            written += len(each)
            yield each


def packed(each):
    if name.endswith(".gz"):
        return gzip.compress(each, 6, mtime=0)
    if name.endswith(".zst"):
        return subprocess.run(["zstd", "-q", "-3", "-c"], input=each, capture_output=True, check=True).stdout
    return each


def write_pages(folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(os.path.dirname(__file__), "../src/annotate/spacy/golden/texts.jsonl")) as lines:
        texts = [html.escape(each) for line in lines if len(each := json.loads(line)["text"]) > 100]
    written = number = 0
    while written < megabytes * 1_000_000:
        number += 1
        body = page(lambda: rng.choice(texts))
        written += len(body)
        with open(f"{folder}{number:06}.html", "wb") as out:
            out.write(body)


if name.endswith("/"):
    write_pages(name)
else:
    with open(name, "wb") as out:
        for each in records():
            out.write(packed(each))
