#!/usr/bin/env python3
"""clang-format and clang-tidy over the sources; the checks are those of .clang-tidy.

    lint.py [--jobs N] [--pass format|checks|analyzer]... [FILE...]

Needs build/release/compile_commands.json. Three passes: is every file as clang-format leaves it; clang-tidy's checks of each
src/*.cpp that is no test; clang's static analyzer over the same, which takes twice as long as the checks. What a pass found nothing
in is remembered in build/lint by the preprocessed text, so only what a change touches is read again. Fails when all are read and
there was a finding.
"""
import argparse
import hashlib
import json
import os
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ROOT / "build/release/compile_commands.json"
REMEMBERED = ROOT / "build/lint"
# The commands are g++'s; clang needs what cmake/compiler.cmake gives it besides.
OPTIONS = ["-Wno-unknown-warning-option", "-Wno-deprecated-declarations", "-fbracket-depth=1024"]
# `shallow` halves the analyzer's time: fewer paths through a function, small callees alone are followed.
PASSES = {
    "checks": ["--checks=-clang-analyzer-*"],
    "analyzer": ["--checks=-*,clang-analyzer-*,-clang-analyzer-optin.performance.Padding",
                 "--extra-arg=-Xclang", "--extra-arg=-analyzer-config", "--extra-arg=-Xclang", "--extra-arg=mode=shallow"],
}


def output(*command, cwd=ROOT):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, errors="replace")


def sources(*patterns):
    return output("git", "ls-files", *patterns).stdout.split()


def check_format(files):
    found = output("clang-format-19", "--dry-run", "-Werror", *files)
    sys.stderr.write(found.stderr)
    print(f"format: {len(files)} files" + ("" if found.returncode == 0 else ", `make format` mends them"), flush=True)
    return found.returncode == 0


def fingerprint(entry, settings):
    """Of all that a pass over this file reads, comments too; None when it cannot be preprocessed."""
    command = shlex.split(entry["command"])
    command = ["clang++-19", "-E", "-C", "-w", entry["file"], *(word for word in command if word.startswith(("-D", "-I", "-std")))]
    text = output(*command, cwd=entry["directory"])
    if text.returncode != 0:
        return None
    return hashlib.sha256("\0".join([text.stdout, settings]).encode(errors="replace")).hexdigest()


def tidy(name, entries, jobs):
    settings = json.dumps([OPTIONS, PASSES[name], (ROOT / ".clang-tidy").read_text(), output("clang-tidy-19", "--version").stdout])
    start = time.monotonic()

    def read(entry):
        mark = fingerprint(entry, settings)
        if mark and (REMEMBERED / mark).exists():
            return entry, None
        found = output("clang-tidy-19", "-p", str(COMMANDS.parent), "--quiet", *(f"--extra-arg={option}" for option in OPTIONS),
                       *PASSES[name], entry["file"])
        if mark and found.returncode == 0:
            (REMEMBERED / mark).touch()
        return entry, found

    read_now = bad = 0
    with ThreadPoolExecutor(jobs) as pool:
        for i, (entry, found) in enumerate(pool.map(read, entries), 1):
            read_now += found is not None
            if found is not None and found.returncode != 0:
                bad += 1
                print(found.stdout or found.stderr, flush=True)
            if read_now and i % 25 == 0:
                print(f"{name}: {i} of {len(entries)} files", flush=True)
    print(f"{name}: {len(entries)} files, {read_now} of them read now in {time.monotonic() - start:.0f} s, findings in {bad}", flush=True)
    return bad == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--pass", dest="passes", action="append", choices=["format", *PASSES])
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    passes = arguments.passes or ["format", *PASSES]
    if not COMMANDS.exists():
        sys.exit(f"lint: {COMMANDS} is not there; `make lint` configures the build first")
    REMEMBERED.mkdir(parents=True, exist_ok=True)
    wanted = {str(ROOT / name) for name in arguments.files or sources("src/*.cpp") if not name.endswith("_test.cpp")}
    entries = [entry for entry in json.loads(COMMANDS.read_text()) if entry["file"] in wanted]
    good = check_format(arguments.files or sources("*.cpp", "*.h")) if "format" in passes else True
    for name in PASSES:
        if name in passes:
            good = tidy(name, entries, arguments.jobs) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
