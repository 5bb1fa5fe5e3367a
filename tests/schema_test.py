#!/usr/bin/env python3
"""Runs the real program on the example story and holds every output to its JSON Schema in docs/schema.

    schema_test.py STEMMA PROJECT
"""
import json
import subprocess
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed: skipped")
    sys.exit(77)

STEMMA, PROJECT = sys.argv[1], Path(sys.argv[2])
STORY = str(PROJECT / "examples" / "port-aldane")
OUTPUTS = {
    "article": ["extract", STORY],
    "annotated": ["annotate", "--model", "sm", STORY],
    "cluster": ["cluster", STORY],
    "reuse": ["reuse", STORY],
    "collation": ["collate", "--model", "sm", "--format", "json", STORY],
}


def main():
    failed = 0
    for name, command in OUTPUTS.items():
        schema = json.loads((PROJECT / "docs" / "schema" / f"{name}.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        out = subprocess.run([STEMMA, *command], capture_output=True, check=True).stdout.decode()
        lines = [line for line in out.split("\n") if line]
        complaints = [e for line in lines for e in validator.iter_errors(json.loads(line))]
        for complaint in complaints[:3]:
            print(f"{name}: {complaint.json_path}: {complaint.message[:200]}")
        # A schema that nothing can break holds nothing.
        broken = json.loads(lines[0])
        del broken[schema["required"][0]]
        if validator.is_valid(broken):
            complaints.append("the schema accepts an output without its first field")
            print(f"{name}: {complaints[-1]}")
        print(f"{name}: {len(lines)} objects, {len(complaints)} complaints")
        failed += bool(complaints) or not lines
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
