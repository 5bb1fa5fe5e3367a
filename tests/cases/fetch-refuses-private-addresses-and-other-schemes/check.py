import os
private = open("private").read().splitlines()
assert len(private) == 5 and all("which is no public address" in l for l in private), private
assert open("private.status").read().split() == ["1", "1"]
given = open("given").read()
assert "ftp://h.example/a: 'ftp' addresses are not fetched, only http and https" in given, given
assert "file:///etc/passwd: 'file' addresses are not fetched" in given, given
assert "http://h.example/: addresses with a user or password are not fetched" in given and "secret" not in given, given
said = open("stderr").read()
assert "leads to 'file:///etc/passwd': 'file' addresses are not fetched, only http and https" in said, said
assert "http://example.org/: addresses with a user or password are not fetched" in said, said
assert not os.path.exists("requests") or "/kept" not in open("requests").read()
