BYLINES = ["Ada Lund, Staff Writer", "Ada Lund, Deputy Health Editor, and Ben Reed, Reuters", "Von Ada Lund", "Par Ada Lund et Ben Reed",
           "By Ada Lund ada@courier.example", "Story by Ada Lund, photos by Ben Reed"]
REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue.")
items = "".join(f"<item><title>Ship {i} aground</title><dc:creator>{by}</dc:creator><description>{REPORT}</description></item>"
                for i, by in enumerate(BYLINES))
open("feed.xml", "w").write('<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Norrhavn Courier</title>'
                            f"<link>https://courier.example</link>{items}</channel></rss>")
for i, by in enumerate(BYLINES):
    open(f"page{i}.html", "w").write(f"<html><head><title>Ship {i} aground</title></head><body><article><h1>Ship {i} aground</h1>"
                                     f'<div class="byline">{by}</div><p>{REPORT}</p><p>It was windy.</p></article></body></html>')
