#!/usr/bin/env python3
"""Reads every #include of src/ and refuses an arrow that docs/architecture.md does not draw.

    base <- nn, model <- each step, store, report <- pipeline <- serve, cli       ("may be included by")

Run: includes_test.py SOURCE_FOLDER     (--self-test checks the check)
"""
import re
import sys
from pathlib import Path

STEPS = {"ingest", "extract", "annotate", "fingerprint", "cluster", "collate", "store", "report"}
ALLOWED = {
    "base": set(),
    "nn": {"base"},
    "model": {"base"},
    **{step: {"base", "nn", "model"} for step in STEPS},
    "pipeline": {"base", "nn", "model"} | STEPS,
    "serve": {"base", "nn", "model", "pipeline"} | STEPS,
    "library": {"base", "nn", "model", "annotate"},
    "cli": {"base", "nn", "model", "pipeline", "serve"} | STEPS,
}
LIBRARIES = {"hwy"}  # Highway's headers are included with quotation marks, as it asks for
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def refused(folder, text, is_test=False):
    """The includes of one file of src/<folder>/ that its place does not allow. A test may join steps."""
    for name in INCLUDE.findall(text):
        target = name.split("/")[0]
        if target in LIBRARIES or (is_test and target in STEPS):
            continue
        if "/" not in name:
            yield name, "an include names the folder: \"folder/file.h\""
        elif target not in ALLOWED:
            yield name, f"there is no folder {target}/"
        elif target != folder and target not in ALLOWED[folder]:
            yield name, f"{folder}/ may not include {target}/"


def check(source):
    complaints, files = [], 0
    for path in sorted(source.rglob("*")):
        if path.suffix not in {".h", ".cpp", ".inc"}:
            continue
        files += 1
        folder = path.relative_to(source).parts[0]
        if folder not in ALLOWED:
            complaints.append(f"{path}: {folder}/ is not in the tree")
            continue
        complaints += [f"{path}: #include \"{name}\": {why}" for name, why in refused(folder, path.read_text(), path.stem.endswith("_test"))]
    if files < 10:
        complaints.append(f"{source}: only {files} source files were found")
    for folder in sorted(p for p in source.iterdir() if p.is_dir()):
        readme = folder / "README.md"
        if not readme.is_file() or not readme.read_text().strip():
            complaints.append(f"{folder}: has no README.md")
    return complaints


def self_test():
    assert not list(refused("extract", '#include "model/article.h"\n#include <vector>\n'))
    assert list(refused("extract", '#include "annotate/times.h"\n'))
    assert not list(refused("cluster", '#include "fingerprint/fingerprint.h"\n', is_test=True))
    assert list(refused("cluster", '#include "pipeline/story.h"\n', is_test=True))
    assert list(refused("base", '  #  include "model/article.h"\n'))
    assert list(refused("model", '#include "article.h"\n'))
    assert list(refused("cli", '#include "util/x.h"\n'))


if __name__ == "__main__":
    self_test()
    if sys.argv[1:] != ["--self-test"]:
        found = check(Path(sys.argv[1]))
        print("\n".join(found) or "every include follows the tree")
        sys.exit(1 if found else 0)
