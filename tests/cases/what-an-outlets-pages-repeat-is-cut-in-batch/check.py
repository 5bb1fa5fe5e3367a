import json
APPEAL = "every one of them is paid by readers"
alone, batch = ([json.loads(l) for l in open(name)] for name in ("alone", "batch"))
assert len(alone) == len(batch) == 3
assert all(APPEAL in a["text"] for a in alone), "without --batch no page changes another"
assert not any(APPEAL in b["text"] for b in batch)
assert all(f"The captain of number {i}" in b["text"] for i, b in enumerate(batch))
# Files are read twice, what comes by a pipe is held: with the same answer.
for name in ("lines", "piped"):
    assert [json.loads(l)["text"] for l in open(name)] == [b["text"] for b in batch], name
