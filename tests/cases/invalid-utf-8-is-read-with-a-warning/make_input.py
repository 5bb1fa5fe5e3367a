REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
open("report.txt", "wb").write(REPORT.encode().replace(b"harbour of", b"harbour \xff\xfe\x80 of\xe2\x80\x94"))
