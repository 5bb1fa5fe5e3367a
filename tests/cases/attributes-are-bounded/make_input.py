REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
many = " ".join(f'data-a{i}="{i}"' for i in range(10_000))
open("page.html", "w").write(f"<html><body {many}><article {many}><h1>Ship</h1><p {many}>{REPORT}</p><p>{REPORT} More.</p></article></body></html>")
