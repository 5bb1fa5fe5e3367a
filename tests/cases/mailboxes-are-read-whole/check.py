import json
read = [json.loads(l) for l in open("stdout")]
assert [a["path"] for a in read] == ["inbox#1", "inbox#2", "inbox#3", "inbox#3#1"], read
assert [a["title"] for a in read] == ["Ship 1", "Ship 2", "Ship 3", "Ship 4"], read
assert [a["published"][14:16] for a in read] == ["01", "02", "03", "04"], read
for a in (read[0], read[1], read[3]):
    assert "\nFrom the pier" in a["text"] and "From what the captain said" in a["text"], a
assert [json.loads(l)["text"] for l in open("piped")] == [a["text"] for a in read]
