REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
open("page.html", "w").write("<html><body><article><h1>Ship</h1>" + REPORT + "<br>" * 500_000 + REPORT + " It was cold.</article></body></html>")
