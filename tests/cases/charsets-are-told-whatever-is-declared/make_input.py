"""One report in many encodings, declared rightly, wrongly, twice, late or not at all."""
import os

TEXT = ("The harbour of Port Aldáne was closed on Tuesday after a freighter ran aground, the coast guard said – the café too. "
        "“Nobody was hurt,” said Captain Mara Lindén, who led the rescue. Salvage crews expect to move the ship within two days, "
        "and ferries were sent to a neighbouring port until the weekend is over, for all of NUMBER hours.")
page = lambda head="", text=TEXT: f"<html><head>{head}<title>Ship</title></head><body><article><h1>Ship</h1><p>{text}</p></article></body></html>"
meta = lambda name: f'<meta charset="{name}">'
RUSSIAN = ("Порт был закрыт во вторник после того, как грузовое судно село на мель, сообщила береговая охрана. Около сорока моряков "
           "доставили на берег. Никто не пострадал, сказала капитан. Спасатели надеются снять судно с мели через два дня.")
# What windows-1252 reads a byte as; five bytes are none of its characters.
read_once = lambda byte: chr(byte) if byte in (0x81, 0x8d, 0x8f, 0x90, 0x9d) else bytes([byte]).decode("cp1252")
os.mkdir("pages")
pages = {
    "mark": b"\xef\xbb\xbf" + page(meta("windows-1252")).encode(),
    "undeclared": page().encode(),
    "false": page(meta("iso-8859-1")).encode(),
    "two": page(meta("koi8-r") + meta("utf-8")).encode(),
    "late": page("<!--" + "x" * 3000 + "-->" + meta("windows-1252")).encode("windows-1252"),
    "too-late": page("<!--" + "x" * 100_000 + "-->" + meta("windows-1252")).encode("windows-1252"),
    "said-to-be-utf-8": page(meta("utf-8")).encode("windows-1252"),
    "no-such-charset": page(meta("x-unheard-of")).encode("windows-1252"),
    "utf-16": page().encode("utf-16"),
    "utf-16-without-mark": page().encode("utf-16-le"),
    "twice": page(meta("utf-8"), "".join(map(read_once, TEXT.encode()))).encode(),
    "russian": page(meta("windows-1251"), RUSSIAN).encode("windows-1251"),
    "russian-undeclared": page("", RUSSIAN * 3).encode("koi8-r"),
}
for number, (name, content) in enumerate(pages.items()):
    # Each is a report of its own: the same text again would be refused.
    old, new = (word.encode("utf-16-le") if name.startswith("utf-16") else word.encode() for word in ("NUMBER", f"{number}"))
    open(f"pages/{name}.html", "wb").write(content.replace(old, new))
