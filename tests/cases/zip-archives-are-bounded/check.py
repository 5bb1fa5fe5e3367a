import json
import os
lines = [json.loads(l) for l in open("stdout")]
assert any(l["path"] == "report.txt" for l in lines)
assert "bomb.zip" in open("stderr").read()
# Names in an archive are never places on the disk.
assert "outside.zip#/tmp/stemma-outside.txt" in {l["path"] for l in lines}
assert not os.path.exists("../../outside.txt") and not os.path.exists("/tmp/stemma-outside.txt")
