import json
REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
json.dump({"uri": "https://agency.example/1", "type": "text", "standard": {"name": "ninjs", "version": "3.1"},
           "versionCreated": "2024-05-07T10:08:00Z", "by": "Ada Lund and Ben Reed", "infoSources": [{"name": "Harbour Wire"}],
           "headlines": [{"role": "main", "value": "Ship runs aground"}],
           "bodies": [{"role": "main", "contentType": "text/html", "value": f"<p>{REPORT}</p>"}]}, open("item.json", "w"), indent=1)
item = lambda status, text: f"""<newsItem guid="urn:1" xml:lang="en"><itemMeta><provider qcode="p:HW"><name>Harbour Wire</name></provider>
<versionCreated>2024-05-07T12:00:00Z</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta><contentMeta><by>By Ada Lund</by>
<headline>Ship freed</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html></inlineXML></contentSet></newsItem>"""
open("message.xml", "w").write(f'<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
                               f'{item("usable", REPORT + " It was windy.")}{item("canceled", "Wrong.")}</itemSet></newsMessage>')
