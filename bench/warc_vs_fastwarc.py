#!/usr/bin/env python3
"""Web archives read by stemma and by FastWARC, in turns, in one run.

    warc_vs_fastwarc.py BENCH ROUNDS ARCHIVE...

BENCH is the program warc_reading_bench (built with -DSTEMMA_BENCH=ON), the archives come from make_warc.py. Both sides read every
response's body; counts of pages and bytes must be equal. Of ROUNDS each side's best counts. Needs FastWARC: pip install fastwarc.
"""
import importlib.metadata
import json
import os
import subprocess
import sys

PEER = """
import sys, time, json
from fastwarc.warc import ArchiveIterator, response
name = sys.argv[1]
before, clock = time.process_time(), time.perf_counter()
documents = size = 0
for record in ArchiveIterator(name, record_types=response):
    documents += 1
    size += len(record.reader.read())
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps({"documents": documents, "bytes": size, "processor": time.process_time() - before,
                  "clock": time.perf_counter() - clock, "peak_megabytes": peak / 1024}))
"""


def run(command):
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def main():
    bench, rounds, archives = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    print(f"FastWARC {importlib.metadata.version('fastwarc')}, best of {rounds}; MB are of records as they are unpacked\n")
    print("| archive | on disk, MB | pages | side | MB/s, processor | MB/s, clock | pages/s, clock | peak memory, MB |")
    print("| --- | --: | --: | --- | --: | --: | --: | --: |")
    for archive in archives:
        best = {}
        for _ in range(rounds):
            for side, command in (("stemma", [bench, archive]), ("FastWARC", [sys.executable, "-c", PEER, archive])):
                got = run(command)
                assert side not in best or got["documents"] == best[side]["documents"]
                if side not in best or got["clock"] < best[side]["clock"]:
                    best[side] = {**got, "processor": min(got["processor"], best.get(side, got)["processor"])}
        assert best["stemma"]["bytes"] == best["FastWARC"]["bytes"] > 0, best
        for side, got in best.items():
            size = got["bytes"] / 1e6
            print(f"| {os.path.basename(archive)} | {os.path.getsize(archive) / 1e6:.0f} | {got['documents']} | {side} | "
                  f"{size / got['processor']:.0f} | {size / got['clock']:.0f} | {got['documents'] / got['clock']:.0f} | "
                  f"{got['peak_megabytes']:.0f} |")


main()
