import json
TEXT = "The harbour of Port Aldane was closed on Tuesday, the coast guard said. \"Nobody was hurt,\" said Mara Lind."
with open("articles.jsonl", "w") as out:
    for language in ("en", "EN", "English", "eng", "en-GB", "und", "Newspeak", "German"):
        out.write(json.dumps({"id": language, "language": language, "text": TEXT}) + "\n")
