REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
body = "<article><h1>Ship runs aground</h1><p>" + REPORT + "</p><p>" + REPORT + " It was cold.</p></article>"
open("deep.html", "w").write("<html><body>" + "<div>" * 100_000 + body + "</div>" * 100_000 + "</body></html>")
open("lists.html", "w").write("<html><body>" + "<ul><li>" * 50_000 + body.replace("It was cold", "It was windy") + "</body></html>")
