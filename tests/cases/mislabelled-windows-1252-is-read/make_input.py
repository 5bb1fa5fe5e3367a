REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
text = REPORT.replace('\\"', '"').replace("Mara Lind", "Mara Lindén").replace('"Nobody was hurt,"', "“Nobody was hurt,”")
open("page.html", "wb").write(('<html><head><meta charset="utf-8"><title>Ship</title></head><body><article><h1>Ship runs aground</h1><p>'
                               + text + "</p><p>" + text + " It was cold.</p></article></body></html>").encode("windows-1252"))
