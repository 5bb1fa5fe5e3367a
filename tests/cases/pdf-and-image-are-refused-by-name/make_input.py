REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
open("paper.html", "wb").write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
open("photo.txt", "wb").write(b"\x89PNG\r\n\x1a\n" + bytes(64))
open("scan.jpg", "wb").write(b"\xff\xd8\xff\xe0" + bytes(64))
open("report.txt", "w").write(REPORT)
