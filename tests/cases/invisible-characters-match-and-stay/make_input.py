import json
TEXT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. About 40 sailors were "
        "brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. Salvage crews expect to move the ship within "
        "two days, and ferries were sent to a neighbouring port until the weekend is over, for all of forty hours.")
json.dump({"id": "plain", "text": TEXT, "outlet": "a.example"}, open("plain.jsonl", "w"))
# Soft hyphens, zero-width blanks and joiners, no-break and thin blanks, curly quotation marks, a non-breaking hyphen.
odd = (TEXT.replace("harbour", "har\u00adbour").replace("freighter", "freight\u200ber").replace("coast guard", "coast\u00a0guard")
       .replace("sailors", "sail\u200dors").replace("Port Aldane", "Port\u202fAldane").replace("\"Nobody", "“Nobody").replace("hurt,\"", "hurt,”")
       .replace("neighbouring", "\ufeffneigh\u2060bouring"))
json.dump({"id": "odd", "text": odd, "outlet": "b.example"}, open("odd.jsonl", "w"))
open("odd.html", "w").write(f"<html><head><meta charset=utf-8><title>Ship</title></head><body><article><h1>Ship</h1><p>{odd}</p></article></body></html>")
