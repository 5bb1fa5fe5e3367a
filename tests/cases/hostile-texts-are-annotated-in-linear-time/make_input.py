# Each text made some rule look at one stretch of text again for every place in it.
import json
TEXTS = {
    "one sentence full of outlets": "according to Reuters " * 30_000,
    "one coordination": "Police and " * 60_000 + "officials said that the town fell.",
    "one quotation": '"' + "He said that he left. " * 15_000,
    "a speaker with a long name": "Mary " + "Jo" * 30_000 + " said that it rains. " + "She said that it rains. " * 10_000,
    "a unit with a long name": "There were 5 " + "dog" * 30_000 + "s, " + "7, " * 30_000,
    "many places in two words": "New York " * 30_000,
}
with open("hostile.jsonl", "w") as out:
    for name, text in TEXTS.items():
        out.write(json.dumps({"id": name, "language": "en", "text": text}) + "\n")
