import quopri
import textwrap
REPORT = ("The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said. "
          "About 40 sailors were brought ashore. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue. "
          "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port.")
letter = ("Received: by mx.example.org\r\nFrom: Ada Writer <ada@herald.example>\r\nSubject: =?utf-8?Q?Ship_aground_off_Port_Ald=C3=A1ne?=\r\n"
          "Date: Tue, 7 May 2024 10:08:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
open("letter.eml", "w", newline="").write(letter + "\r\n".join(textwrap.wrap(REPORT, 72)) + "\r\n")
html = f"<html><head><title>Ship</title></head><body><article><h1>Ship runs aground</h1><p>{REPORT} It was cold – very.</p></article></body></html>"
open("page.mhtml", "wb").write(
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/ship\r\nSubject: Ship\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/related; type=\"text/html\"; boundary=\"--x----\"\r\n\r\n----x----\r\nContent-Type: text/html\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://herald.example/ship\r\n\r\n"
    + quopri.encodestring(html.encode()).replace(b"\n", b"\r\n") +
    b"\r\n----x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n----x------\r\n")
