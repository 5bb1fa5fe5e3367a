import base64
LINES = ["The harbour of Port Aldane was closed on Tuesday after a freighter", "ran aground, the coast guard said. About 40 sailors were brought",
         "ashore. Salvage crews expect to move the ship within two days, and", "ferries were sent to a neighbouring port."]
stream = "BT /F1 12 Tf 14 TL 72 700 Td\n" + "".join(f"({line}) Tj T*\n" for line in LINES) + "ET"
pdf = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
       "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
       f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
       "trailer<</Root 1 0 R>>\n%%EOF\n")
block = "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + pdf
open("site.warc", "w", newline="").write("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://port.example/release.pdf\r\n"
                                         f"Content-Length: {len(block)}\r\n\r\n{block}\r\n\r\n")
open("letter.eml", "w").write("Message-ID: <1@x>\nFrom: Port Aldane <port@x>\nSubject: A release\nMIME-Version: 1.0\n"
                              "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\n"
                              "Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=release.pdf\n\n"
                              + base64.encodebytes(pdf.encode()).decode() + "--b--\n")
