REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")


def write(name, head="", before=""):
    body = f"<article><h1>Ship aground</h1><p>{REPORT}</p><p>{REPORT} More in {name}.</p></article>"
    open(name, "w").write(f"<html><head>{head}</head><body><div>{before}</div>{body}</body></html>")


write("lines.html", before="by 1x<br>" * 40_000)
write("alone.html", before="<b>by</b>" * 40_000)
write("list.html", head='<meta name="author" content="' + "a," * 400_000 + '">')
write("tags.html", head='<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + "<a" * 400_000 + '"}</script>')
