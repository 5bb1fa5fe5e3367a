import json
from pathlib import Path
TEXT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
        "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue.")
with open("articles.jsonl", "w") as out:
    for outlet in ("Valley Post", "Radio Merin", "Radio Merin"):
        out.write(json.dumps({"outlet": outlet, "title": "Ship aground", "text": TEXT}) + "\n")
for name in ("here/post.txt", "here/merin.txt", "there/post.txt"):
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(TEXT)
