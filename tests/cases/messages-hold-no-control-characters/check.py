said = open("stderr", encoding="utf-8").read()
assert "'a\ufffd31m\ufffd[2J\ufffd' was already read" in said, said
