#!/usr/bin/env python3
"""Tokens per second of spaCy and of stemma's language runtime on the same texts: one thread each, processor time, in turns.

    runtime_vs_spacy.py BENCH MODEL.stemma PACKAGE_DIR TEXTS.jsonl [ROUNDS]

BENCH is the program runtime_vs_spacy_bench (built with -DSTEMMA_BENCH=ON). spaCy runs as `nlp.pipe(texts, batch_size=32)`, which
is its fast way, without reading anything out of its answers; stemma's time includes writing its answer down. Of ROUNDS (3) each
side's best counts. Needs spaCy: tools/parity/README.md.
"""
import json
import os
import subprocess
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import resource  # noqa: E402

import spacy  # noqa: E402


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    bench, model, package, path = sys.argv[1:5]
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 3
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    before = time.process_time()
    nlp = spacy.load(package)
    load = time.process_time() - before
    theirs, ours = 0.0, None
    for _ in range(rounds):
        before = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=32))
        theirs = max(theirs, tokens / (time.process_time() - before))
        answer = json.loads(subprocess.run([bench, model, path, "1"], stdout=subprocess.PIPE, check=True).stdout)
        assert answer["tokens"] == tokens
        if ours is None or answer["tokens_per_second"] > ours["tokens_per_second"]:
            ours = answer
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(texts)} texts, {tokens} tokens; spaCy {spacy.__version__} {nlp.meta['name']} {nlp.meta['version']}; kernels {ours['kernels']}")
    print(f"spaCy   {theirs:8.0f} tokens/s  load {load * 1e3:6.0f} ms  peak {peak:5.0f} MB")
    print(f"stemma  {ours['tokens_per_second']:8.0f} tokens/s  load {ours['load_ms']:6.0f} ms  peak {ours['peak_mb']:5.0f} MB"
          f"  (first round {ours['cold_tokens_per_second']:.0f})")
    print(f"ratio   {ours['tokens_per_second'] / theirs:.1f}, first round {ours['cold_tokens_per_second'] / theirs:.1f}")
    print("stages  " + ", ".join(f"{name} {share:.0%}" for name, share in ours["stages"].items()))


if __name__ == "__main__":
    main()
