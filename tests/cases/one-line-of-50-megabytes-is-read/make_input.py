REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
many = (REPORT + " ") * (50_000_000 // len(REPORT))
open("long.html", "w").write("<html><body><article><h1>Ship</h1><p>" + many + "</p></article></body></html>")
open("long.txt", "w").write(many)
