#!/usr/bin/env python3
"""Runs one case of tests/cases with the real program.

    run_case.py STEMMA CASE      (--update writes expected.stdout anew)

A case is a folder, copied to a scratch folder before it runs:

  command           shell lines; `stemma` is the program under test, $PROJECT the checkout. The last line's status counts;
                    77 says that something the case needs is not installed
  make_input.py     optional: run first, makes large inputs in the scratch folder
  expected.status   optional: the exit status, 0 when there is none
  expected.stdout   optional: standard output to the byte
  expected.stderr   optional: each line must be in standard error, in this order; `^` alone on the first line says
                    that nothing else may be there
  check.py          optional: run last, with stdout, stderr and the inputs in its folder; its status decides
  limits            optional: `seconds N` and `megabytes N`, bounds on the command as a whole
"""
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77  # as ctest is told


def run(command, folder, program, limits):
    env = {**os.environ, "PATH": f"{Path(program).resolve().parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
           "XDG_CONFIG_HOME": str(folder / ".config"), "PYTHONDONTWRITEBYTECODE": "1",
           "PROJECT": str(Path(__file__).resolve().parent.parent)}
    for name in [n for n in env if n.startswith("STEMMA_")]:
        del env[name]
    with open(folder / "stdout", "wb") as out, open(folder / "stderr", "wb") as err:
        return subprocess.run(["bash", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=out,
                              stderr=err, timeout=limits.get("seconds", 120)).returncode


def check_stderr(expected, got):
    lines = expected.splitlines()
    strict = lines[:1] == ["^"]
    lines = lines[1:] if strict else lines
    at, rest = 0, got.splitlines()
    for line in lines:
        while at < len(rest) and line not in rest[at]:
            if strict:
                return f"standard error has a line that is not expected: {rest[at]}"
            at += 1
        if at == len(rest):
            return f"standard error lacks: {line}\n--- it is:\n{got}"
        at += 1
    return f"standard error has more lines: {rest[at]}" if strict and at < len(rest) else None


def complaints(case, folder, program, update):
    read = lambda name: (case / name).read_text() if (case / name).is_file() else None
    limits = dict((k, float(v)) for k, v in (line.split() for line in (read("limits") or "").splitlines()))
    if (case / "make_input.py").is_file():
        subprocess.run([sys.executable, "make_input.py"], cwd=folder, check=True)
    try:
        status = run(read("command"), folder, program, limits)
    except subprocess.TimeoutExpired:
        return [f"took more than {limits.get('seconds', 120)} s"]
    found = []
    stdout, stderr = (folder / "stdout").read_bytes(), (folder / "stderr").read_text(errors="replace")
    if status == SKIPPED:
        return SKIPPED
    wanted = int(read("expected.status") or 0)
    if status != wanted:
        found.append(f"ended with status {status}, not {wanted}\n--- standard error:\n{stderr[-3000:]}")
    if update and (case / "expected.stdout").is_file():
        (case / "expected.stdout").write_bytes(stdout)
    elif (case / "expected.stdout").is_file() and stdout != (case / "expected.stdout").read_bytes():
        diff = subprocess.run(["diff", "-u", case / "expected.stdout", folder / "stdout"], capture_output=True, text=True)
        found.append(f"standard output differs:\n{diff.stdout[:4000]}")
    if read("expected.stderr") is not None:
        found += [c for c in [check_stderr(read("expected.stderr"), stderr)] if c]
    if (case / "check.py").is_file():
        done = subprocess.run([sys.executable, "check.py"], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            found.append(f"check.py: {done.stdout}{done.stderr}")
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    if megabytes > limits.get("megabytes", 1e9):
        found.append(f"used {megabytes:.0f} MB, more than {limits['megabytes']:.0f}")
    return found


def main():
    update = "--update" in sys.argv
    program, case = [a for a in sys.argv[1:] if a != "--update"]
    case = Path(case)
    if not (case / "command").is_file():
        sys.exit(f"{case}: has no command")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "case"
        shutil.copytree(case, folder)
        found = complaints(case, folder, program, update)
    if found == SKIPPED:
        print(f"{case.name}: skipped, something it needs is not installed")
        sys.exit(SKIPPED)
    print("\n".join(f"{case.name}: {c}" for c in found) or f"{case.name}: as expected")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
