REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
import json
sentence = REPORT + "\n\n"
open("long.jsonl", "w").write(json.dumps({"id": "long", "text": sentence * 18_000}) + "\n")
