import json
APPEAL = "The Courier is written by eleven people on the coast, and every one of them is paid by readers."
TITLES = ["Ferry aground in the fog", "Second ferry stuck on a bank", "Owner sells the last ferry"]
for number, title in enumerate(TITLES):
    with open(f"page{number}.html", "w") as f:
        f.write(f"""<html lang=en><head><title>{title}</title><link rel=canonical href="https://courier.example/{number}"></head>
<body><article><h1>{title}</h1>
<p>Ferry number {number} with some hundred people aboard ran aground off Norrhavn on Tuesday, the coast guard said, and
all of them were brought ashore by noon.</p>
<p>The captain of number {number} told the newspaper that fog had come up within minutes, and the mate, who had stood at
the bow, said the same to the police.</p>
<p>{APPEAL}</p></article></body></html>""")
with open("pages.jsonl", "w") as f:
    for number in range(len(TITLES)):
        f.write(json.dumps({"html": open(f"page{number}.html").read()}) + "\n")
