"""Pages whose markup is of the kinds met in the wild, each with the same four paragraphs; check.py says what must come of them."""
import os

P = ["The harbour of Port Aldane was closed on Tuesday after a freighter ran aground, the coast guard said.",
     "About 40 sailors were brought ashore before dawn. \"Nobody was hurt,\" said Captain Mara Lind, who led the rescue of the crew.",
     "Salvage crews expect to move the ship within two days, and ferries were sent to a neighbouring port until the weekend.",
     "The owner of the ship, a company from Brannick, said that it would answer all questions of the harbour office in writing."]
H = "<h1>Ship runs aground off Port Aldane</h1>"
ps = "".join(f"<p>{p}</p>\n" for p in P)
html = lambda body, head="": f"<!doctype html><html><head><meta charset=utf-8><title>Ship</title>{head}</head><body>{body}</body></html>"
half, rest = "".join(f"<p>{p}</p>" for p in P[:2]), "".join(f"<p>{p}</p>" for p in P[2:])
pages = {
    "line-breaks": html(f"{H}<div>{'<br><br>'.join(P)}</div>"),
    "layout-table": html(f"<table><tr><td width=100>Home<td>{H}{ps}<td>About</table>"),
    "one-form": html(f"<form action=/ method=post><input type=hidden name=x>{H}<div>{ps}</div></form>"),
    "two-containers": html(f"{H}<div class=body>{half}</div><div class=ad>Advert</div><div class=body>{rest}</div>"),
    "custom-elements": html(f"<news-story>{H}<story-body>{ps}</story-body></news-story>"),
    "template": html(f"<main>{H}<template><p>Not shown before a script runs, whatever it may say here.</p></template>{ps}</main>"),
    "noscript-only": html(f"{H}<div id=root></div><noscript><div>{ps}</div></noscript>"),
    "four-layouts": html(f"<article>{H}" + "".join(f"<p class=layout-{n}>{p}</p>" for p in P for n in range(4)) + "</article>"),
    "unclosed-comment": html(f"<article>{H}{ps}</article><!-- the end"),
    "body-closed-early": f"<html><head><title>Ship</title></head><body>{H}{half}</body></html>{rest}",
    "nul-bytes": html(f"<article>{H}{ps}</article>").replace("harbour", "har\0bour"),
    "unclosed-formatting": html(f"<article>{H}" + "<b><i><u><font>" * 20_000 + ps + "</article>"),
    "attribute-flood": html(f"<article {' '.join(f'a{i}=x' for i in range(200_000))}>{H}{ps}</article>"),
    "name-flood": html("".join(f"<x-{i} a{i}=x></x-{i}>" for i in range(40_000)) + f"<article>{H}{ps}</article>"),
    "huge-script": html(f"<article>{H}{ps}</article>", "<script>" + "var a='<p>word</p>';" * 1_000_000 + "</script>"),
    "huge-text": html(f"<article>{H}{ps}</article><div hidden>" + "word " * 4_000_000 + "</div>"),
    "deep-nesting": html("<div>" * 200_000 + f"<article>{H}{ps}</article>"),
    "deep-lists": html("<ul><li>" * 100_000 + f"</ul><article>{H}{ps}</article>"),
    "deep-svg": html("<svg><g>" * 100_000 + f"</svg><article>{H}{ps}</article>"),
    "million-tags": html(f"<article>{H}{ps}</article>" + "<br>" * 1_000_000),
    "consent-wall": html(f"<div id=consent class='cookie-banner modal'><p>We and our partners use cookies to show advertisements. "
                         f"You may accept or reject them.</p><button>Accept</button></div><article>{H}{ps}</article>"),
    "drop-cap": html(f"<article>{H}<p><span class=dropcap>T</span>{P[0][1:]}</p>" + "".join(f"<p>{p}</p>" for p in P[1:]) + "</article>"),
    "text-by-script-only": html("<div id=root></div>", '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ship",'
                                f'"articleBody":"{" ".join(P)}"}}</script>'.replace('\\"', '"').replace('"Nobody was hurt,"', "Nobody was hurt,")),
    "empty-root": html("<div id=root></div><script>render()</script>"),
    "json-as-page": '{"error": {"code": 404, "message": "not found"}}',
    "nothing-but-tags": "<html><body><div></div></body></html>",
}
os.mkdir("pages")
for name, page in pages.items():
    open(f"pages/{name}.html", "w", encoding="utf-8").write(page)
