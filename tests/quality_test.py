#!/usr/bin/env python3
"""Holds the scores of docs/quality.md: runs the scorers of a data folder and fails when one falls below its floor.

    quality_test.py STEMMA SHARED      SHARED holds eval/ and data/; without it the test is skipped
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# scorer, arguments, pattern of the figure, floor: a little below what was measured
FLOORS = [
    ("extraction", [], r"^all +stemma +\d+ +(0\.\d+)", 0.97),
    ("attribution", [], r"^who said what +\S+ +\S+ +(\S+)", 61.0),
    ("attribution", [], r"^direct content overlap +\S+ +(\S+)", 92.0),
    ("times", [], r"^value F1 +\S+ +\S+ +(\S+)", 78.0),
    ("quantities", ["--data", "{data}/quantities/news_dev.jsonl"], r"^usable F1 +\S+ +\S+ +(\S+)", 94.0),
    ("entities", ["--set", "gum-news", "--set", "basil", "--set", "seed"], r"^typed +\S+ +\S+ +(\S+)", 85.0),
    ("clustering", ["--online"], r"^mean of sets +\S+ +\S+ +(\S+)", 0.93),
    ("reuse", ["{scratch}"], r"^reuse score (\S+)", 0.975),
    ("collation", ["{data}/collation/dev"], r"^collation score (\S+)", 0.63),
    ("parity", ["--model", "sm"], r"^dep +(\S+)", 0.9999),
    ("parity", ["--model", "md"], r"^entities +(\S+)", 0.9999),
]


def main():
    stemma, shared = sys.argv[1], Path(sys.argv[2])
    if not (shared / "eval").is_dir():
        print(f"{shared} is not there: skipped")
        return 77
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    failed, outputs = 0, {}
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([sys.executable, shared / "eval" / "make_reuse.py", shared / "data" / "reuse" / "source.jsonl",
                        "--articles", "1000", "--out", scratch], check=True, capture_output=True, env=env)
        for scorer, arguments, pattern, floor in FLOORS:
            arguments = [a.format(data=shared / "data", scratch=scratch) for a in arguments]
            key = (scorer, *arguments)
            if key not in outputs:
                command = [sys.executable, shared / "eval" / f"{scorer}.py", "--stemma", stemma, *arguments]
                outputs[key] = subprocess.run(command, capture_output=True, text=True, env=env).stdout
            found = re.search(pattern, outputs[key], re.M)
            value = float(found.group(1)) if found else None
            good = value is not None and value >= floor
            failed += not good
            print(f"{'ok' if good else 'FELL'}: {scorer} {pattern.split(' ')[0].lstrip('^')}: {value} (floor {floor})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
