#!/usr/bin/env python3
"""Pages per CPU second of article extraction: stemma, resiliparse and trafilatura on the same pages, one thread each, in turns.

    extract_vs_peers.py BENCH DATA [ROUNDS] [--skip trafilatura]

BENCH is the program extract_vs_peers_bench (built with -DSTEMMA_BENCH=ON); DATA holds pages/*.html.gz and gold.jsonl. Runs in a
virtual environment of its own: pip install resiliparse trafilatura. Every system gets bytes and gives text: stemma with all
metadata, resiliparse with the page's <title> (it has nothing more), trafilatura with its metadata, dates included. Before any time
is counted each system's texts are compared with the gold (mean F1 of words), so that none is timed doing nothing. Processor time;
of ROUNDS (3) each side's best counts, page by page, since a busy machine disturbs some pages of every round. Pages are unpacked and
read before the clock starts.
"""
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

LEAST_F1 = 0.6


def words_f1(gold, text):
    a, b = Counter(re.findall(r"\w+", gold)), Counter(re.findall(r"\w+", text or ""))
    both = sum((a & b).values())
    return 2 * both / max(1, sum(a.values()) + sum(b.values()))


def resiliparse_extract(data):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree
    tree = HTMLTree.parse_from_bytes(data, detect_encoding(data))
    text = extract_plain_text(tree, main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False)
    return text, tree.title


def trafilatura_extract(data):
    from trafilatura import bare_extraction
    document = bare_extraction(data, with_metadata=True)
    return (document.text, document.title) if document is not None else (None, None)


def check(name, texts, gold):
    scores = [words_f1(row["text"], texts[key]) for key, row in gold.items() if row["text"] and row["source_dataset"] != "readability"]
    f1 = sum(scores) / len(scores)
    print(f"{name:<12} mean F1 of words on {len(scores)} pages with gold text: {f1:.3f}")
    if f1 < LEAST_F1:
        sys.exit(f"{name} does not extract: nothing is timed")


def seconds(call, page):
    before = time.process_time()
    call(page)
    return time.process_time() - before


def keep_least(best, name, times):
    best[name] = [min(a, b) for a, b in zip(best[name], times)] if name in best else times


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    skipped = {sys.argv[i + 1] for i, a in enumerate(sys.argv) if a == "--skip"}
    arguments = [a for a in arguments if a not in skipped]
    if len(arguments) < 2:
        sys.exit(__doc__)
    bench, data = arguments[0], Path(arguments[1])
    rounds = int(arguments[2]) if len(arguments) > 2 else 3
    peers = {name: call for name, call in (("resiliparse", resiliparse_extract), ("trafilatura", trafilatura_extract))
             if name not in skipped}
    with tempfile.TemporaryDirectory() as folder:
        pages, gold = {}, {}
        for line in open(data / "gold.jsonl", encoding="utf-8"):
            row = json.loads(line)
            key = row["page"].removesuffix(".gz")
            gold[key] = row
            pages[key] = gzip.decompress((data / "pages" / row["page"]).read_bytes())
            (Path(folder) / key).write_bytes(pages[key])
        for name, call in peers.items():
            check(name, {key: call(page)[0] for key, page in pages.items()}, gold)
        lines = subprocess.run([bench, folder, "1", "--articles"], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
        check("stemma", {row["path"]: row["text"] for row in map(json.loads, lines)}, gold)

        best, shares = {}, {}
        for _ in range(rounds):
            for name, call in peers.items():
                keep_least(best, name, [seconds(call, page) for page in pages.values()])
            shares = json.loads(subprocess.run([bench, folder, "1"], stdout=subprocess.PIPE, check=True).stdout)
            keep_least(best, "stemma", shares["seconds"])
    rates = {name: len(times) / sum(times) for name, times in best.items()}
    ours = rates.pop("stemma")
    metadata = 1 - shares["decode"] - shares["parse"] - shares["body"]
    print(f"\n{len(pages)} pages, {shares['bytes'] / 1e6:.0f} MB; each page's best of {rounds} rounds, pages per CPU second")
    print(f"stemma       {ours:8.0f}   decoding {shares['decode']:.0%}, parsing {shares['parse']:.0%}, "
          f"blocks and labels {shares['body']:.0%}, metadata {metadata:.0%}")
    from importlib.metadata import version
    for name, rate in rates.items():
        print(f"{name:<12} {rate:8.0f}   version {version(name)}; stemma is {ours / rate:.2f} times as fast")


if __name__ == "__main__":
    main()
