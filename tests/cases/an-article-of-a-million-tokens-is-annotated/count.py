import json, sys
article = json.loads(sys.stdin.readline())
tokens = article["tokens"]
print(len(tokens) >= 1_000_000, tokens[-1]["span"][1] == len(article["text"].rstrip()) or tokens[-1]["span"][1] == len(article["text"]))
