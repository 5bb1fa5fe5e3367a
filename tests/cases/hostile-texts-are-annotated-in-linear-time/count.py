import json, sys
size = 0
for line in sys.stdin:
    size += len(line)
    article = json.loads(line)
    print(article["id"], len(article["tokens"]) > 10_000)
print("output in proportion", size < 200_000_000)
