#!/usr/bin/env python3
"""Tokens per second of spaCy and of stemma's language runtime on the same texts, in turns, in one run.

    runtime_vs_spacy.py BENCH TEXTS.jsonl ROUNDS MODEL.stemma=PACKAGE_DIR ...

BENCH is the program runtime_vs_spacy_bench (built with -DSTEMMA_BENCH=ON). One thread each is measured by processor time; two
by the clock, where spaCy takes two processes (`n_process=2`), its way to use two cores. spaCy runs as `nlp.pipe(texts,
batch_size=32)`, which is its fast way, without reading anything out of its answers; stemma's time includes writing its answer
down. Of ROUNDS each side's best counts. Every kernel of the machine is measured. Needs spaCy: tools/parity/README.md.
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

KERNELS = ("AVX-512", "AVX2", "NEON", "baseline")


def spacy_rate(nlp, texts, processes):
    before, clock = time.process_time(), time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=32, n_process=processes))
    return tokens, tokens / (time.process_time() - before), tokens / (time.perf_counter() - clock)


def stemma(bench, model, path, kernels, threads):
    run = subprocess.run([bench, model, path, "1", kernels, str(threads)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return json.loads(run.stdout) if run.returncode == 0 else None  # kernels that this machine lacks


def compare(bench, path, texts, rounds, model, package):
    before = time.process_time()
    nlp = spacy.load(package)
    load = time.process_time() - before
    best, theirs, theirs_two, peak, answers = {}, 0.0, 0.0, None, set()
    for _ in range(rounds):
        tokens, rate, _ = spacy_rate(nlp, texts, 1)
        theirs = max(theirs, rate)
        peak = peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before there is a second process
        theirs_two = max(theirs_two, spacy_rate(nlp, texts, 2)[2])
        for kernels in KERNELS:
            for threads in (1, 2):
                answer = stemma(bench, model, path, kernels, threads)
                if answer is None:
                    continue
                assert answer["tokens"] == tokens
                answers.add(answer["answer"])
                measure = "tokens_per_second" if threads == 1 else "tokens_per_clock_second"
                if (kernels, threads) not in best or best[kernels, threads][measure] < answer[measure]:
                    best[kernels, threads] = answer
    print(f"\n{len(texts)} texts, {tokens} tokens; {nlp.meta['name']} {nlp.meta['version']}, spaCy {spacy.__version__}, best of {rounds}; "
          f"answers of all kernels and threads: {'equal' if len(answers) == 1 else 'different'}")
    print(f"spaCy, 1 process: {theirs:.0f} tokens/s, 2 processes: {theirs_two:.0f}; load {load * 1e3:.0f} ms, peak {peak:.0f} MB")
    for (kernels, threads), answer in best.items():
        if threads == 1:
            print(f"{kernels:9} 1 thread:  {answer['tokens_per_second']:.0f} tokens/s, {answer['tokens_per_second'] / theirs:.1f} times spaCy "
                  f"(first round {answer['cold_tokens_per_second']:.0f}); load {answer['load_ms']:.0f} ms, peak {answer['peak_mb']:.0f} MB; "
                  + ", ".join(f"{stage} {share:.1%}" for stage, share in answer["stages"].items()))
        else:
            print(f"{kernels:9} 2 threads: {answer['tokens_per_clock_second']:.0f} tokens/s, {answer['tokens_per_clock_second'] / theirs_two:.1f} times "
                  f"spaCy's 2 processes, {answer['tokens_per_clock_second'] / best[kernels, 1]['tokens_per_clock_second']:.2f} times 1 thread; "
                  f"peak {answer['peak_mb']:.0f} MB")


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    bench, path, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for pair in sys.argv[4:]:
        compare(bench, path, texts, rounds, *pair.split("="))


if __name__ == "__main__":
    main()
