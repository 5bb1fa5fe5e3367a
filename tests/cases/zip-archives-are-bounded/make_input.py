import io
import zipfile
REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
open("report.txt", "w").write(REPORT)
def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()
# 384 MiB of blanks in 6 members, packed twice.
blank = "x" + " " * (64 << 20)
open("bomb.zip", "wb").write(zipped([("inner.zip", zipped([(f"{i}.txt", blank) for i in range(6)]))]))
open("cut.zip", "wb").write(zipped([("a.txt", REPORT)])[:-30])
open("outside.zip", "wb").write(zipped([("../../outside.txt", REPORT.replace("Tuesday", "Monday")), ("/tmp/stemma-outside.txt", REPORT.replace("Tuesday", "Friday"))]))
loop = zipped([("a.txt", REPORT)])
for _ in range(8):
    loop = zipped([("in.zip", loop)])
open("loop.zip", "wb").write(loop)
