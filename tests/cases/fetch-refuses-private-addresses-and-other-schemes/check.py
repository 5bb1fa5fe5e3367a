import os
private = open("private").read().splitlines()
assert len(private) == 5 and all("which is no public address" in l for l in private), private
assert open("private.status").read().strip() == "1"
said = open("stderr").read()
assert "leads to 'file:///etc/passwd', no http or https address" in said, said
assert "http://ada@example.org/: no http or https address" in said, said
assert not os.path.exists("requests") or "/kept" not in open("requests").read()
