#pragma once

#include <string_view>

namespace stemma {

/// The style of the page. Holds no `<` and no `&`, so it needs no escaping as HTML or as XML.
inline constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark;
  --paper: #fff; --ink: #1b1d21; --faint: #5b616b; --line: #d5d8dd; --soft: #f4f5f7;
  --link: #0b4fa8; --mark: #fff0a8; --target: #ffe066; --good: #17643a; --warn: #7a4d00;
  --alarm: #a31621; --copied: #eee4f7; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #16181c; --ink: #e6e8eb; --faint: #a3a9b3; --line: #3a3f47; --soft: #20242a;
  --link: #8ab8ff; --mark: #564a0d; --target: #7a6400; --good: #7fd6a4; --warn: #f0b95a;
  --alarm: #ff8f8f; --copied: #35284a; } }
* { box-sizing: border-box; }
html, body { margin: 0; }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
  display: flex; flex-direction: column; height: 100vh; }
header { padding: .7rem 1.2rem .5rem; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-top: .6rem; border-top: 2px solid var(--line); }
.pane > h2:first-child { margin-top: 0; border-top: 0; }
h3 { font-size: 1rem; line-height: 1.35; margin: 0 0 .2rem; }
p { margin: .2rem 0 .5rem; }
a { color: var(--link); }
a:focus-visible, .pane:focus-visible, .scroll:focus-visible, input:focus-visible {
  outline: 3px solid var(--link); outline-offset: 1px; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; margin: 0; padding: 0; }
main { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(0, 11fr) minmax(0, 9fr); }
.pane { position: relative; overflow: auto; padding: .8rem 1.2rem 4rem; min-width: 0; }
.texts { border-left: 1px solid var(--line); background: var(--soft); }
.note, .about, .legend, caption { color: var(--faint); font-size: .86rem; }
.key, b.number { display: inline-block; min-width: 1.5em; padding: 0 .3em; text-align: center;
  border: 1px solid var(--line); border-radius: 3px; background: var(--soft); color: var(--ink);
  font-size: .82em; font-weight: 600; }
.texts .key { background: var(--paper); }
.badge { display: inline-block; padding: 0 .45em; border: 1px solid currentColor; border-radius: 9px;
  font-size: .82rem; white-space: nowrap; }
.corroborated, .verbatim, .agree { --tone: var(--good); }
.single-origin, .altered, .differ, .unnamed { --tone: var(--warn); }
.disputed, .conflict, .disputes { --tone: var(--alarm); }
.badge, a.disputes { color: var(--tone, var(--faint)); }
.badge.disputed, .badge.conflict, a.disputes { font-weight: 700; }
.origins { font-size: .88rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.filter { border: 0; padding: 0; margin: 0 0 .5rem; font-size: .9rem; }
.filter legend { float: left; padding: 0 .6rem 0 0; color: var(--faint); }
.filter label { margin-right: .6rem; white-space: nowrap; }
body:has(#show-shared:checked) .claim:not(.shared),
body:has(#show-disputed:checked) .claim:not(.disputed),
body:has(#show-single:checked) .claim:not(.single-origin),
body:has(#show-corroborated:checked) .claim:not(.corroborated) { display: none; }
.scroll { position: relative; overflow: auto; max-height: 75vh; border: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; caption-side: bottom; padding: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line);
  font-weight: 400; }
thead th { font-size: .85rem; background: var(--soft); }
.matrix { border-collapse: separate; border-spacing: 0; }
.matrix thead th { position: sticky; top: 0; z-index: 2; min-width: 6.2rem; }
.matrix th:first-child { position: sticky; left: 0; z-index: 1; background: var(--paper);
  width: 42%; min-width: 15rem; border-right: 1px solid var(--line); }
.matrix thead th:first-child { z-index: 3; background: var(--soft); }
.matrix td { border-right: 1px solid var(--line); font-size: .88rem; }
.matrix th a { text-decoration: none; color: inherit; }
.matrix th a:hover, .matrix th a:focus { text-decoration: underline; }
.wording { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.matrix b.number { float: left; margin-right: .4em; }
.silent { background: var(--soft); }
.item, .edges li { margin: 0 0 .9rem; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: 5px;
  scroll-margin-top: 1rem; }
.item p { margin: .1rem 0 .3rem; }
.chain, .statements { list-style: none; margin: .2rem 0 .4rem; padding: 0; }
.origin { margin-top: .5rem; padding-left: .7rem; border-left: 3px solid var(--line); }
.statement { margin: .15rem 0; padding-left: .7rem; }
.statement q, .statement q::before { quotes: none; }
.statement q::before, .statement q::after { content: none; }
.outlet { font-weight: 600; text-decoration: none; }
.outlet:hover, .outlet:focus { text-decoration: underline; }
.against { color: var(--alarm); font-weight: 700; margin-top: .5rem; }
.doubt { border-left: 4px solid var(--warn); }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
.readings dt { font-weight: 700; margin-top: .3rem; }
.readings dd { margin: 0; }
.quote td:first-child { width: 68%; }
ins { text-decoration: underline double; color: var(--good); }
ins::before { content: "+"; } ins::after { content: "+"; }
del { text-decoration: line-through; color: var(--alarm); }
.timeline th[scope=row] { white-space: nowrap; font-variant-numeric: tabular-nums; }
.edges { padding-left: 0; list-style: none; }
.graph { display: block; background: var(--paper); }
.graph text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: var(--ink); }
.graph rect { fill: var(--soft); stroke: var(--faint); stroke-width: 1.3; }
.graph .article rect { fill: var(--paper); stroke: var(--link); }
.graph .unnamed rect { stroke-dasharray: 5 3; stroke: var(--warn); }
.edge { fill: none; stroke: var(--faint); stroke-width: 1.4; }
.edge.says { stroke-dasharray: 2 4; }
.edge.copies { stroke-width: 4; stroke: var(--alarm); }
.edge.same-outlet { stroke-dasharray: 9 5; }
.graph a:hover .edge, .graph a:focus .edge { stroke: var(--link); stroke-width: 3; }
.graph a:focus { outline: 3px solid var(--link); }
.tip { fill: var(--faint); }
.report { margin: 0 0 2rem; padding: .8rem 1rem; background: var(--paper); border: 1px solid var(--line);
  border-radius: 5px; }
.report > p:not(.about) { max-width: 42rem; white-space: pre-line; overflow-wrap: anywhere; }
.title { font-weight: 700; font-size: 1.08rem; }
.unit { scroll-margin-top: 5rem; }
.quoted { font-style: italic; }
.source { border-bottom: 2px solid var(--link); }
.number:not(b) { border-bottom: 1px solid currentColor; }
.time { border-bottom: 1px dashed currentColor; }
.copied { background: var(--copied); }
.furniture { color: var(--faint); text-decoration: line-through; }
.refs a { font-size: .72rem; color: var(--faint); white-space: nowrap; }
:target { outline: 3px solid var(--warn); outline-offset: 2px; }
.unit:target { background: var(--target); outline: 0; box-shadow: 0 0 0 3px var(--target);
  text-decoration: underline 2px; text-underline-offset: 4px; }
@media (max-width: 60rem) {
  body { height: auto; display: block; }
  main { display: block; }
  .pane { overflow: visible; padding: .8rem .7rem 2rem; }
  .texts { border-left: 0; border-top: 3px solid var(--line); }
  .matrix th:first-child { min-width: 11rem; width: auto; }
  .matrix thead th { min-width: 5rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #fff; --line: #999; --faint: #444; }
  body { height: auto; display: block; font-size: 10pt; }
  main { display: block; } .pane, .scroll { overflow: visible; max-height: none; padding: 0; }
  .wording { display: inline; } .filter { display: none; } .refs { display: none; }
  .item, .report p { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .texts { border: 0; break-before: page; }
}
)css";

}  // namespace stemma
