#include <algorithm>

#include "report/escape.h"
#include "report/html_page.h"

namespace stemma {
namespace {

Span focus_of(const CollatedClaim& claim, Index mention) {
  const bool has_focus = mention < claim.focus.size() && !claim.focus[mention].empty();
  return has_focus ? claim.focus[mention] : claim.mentions[mention].span;
}

std::size_t reports_of(const CollatedClaim& claim) {
  std::vector<Index> reports;
  for (const Mention& each : claim.mentions) reports.push_back(each.article);
  std::sort(reports.begin(), reports.end());
  return static_cast<std::size_t>(std::unique(reports.begin(), reports.end()) - reports.begin());
}

// The classes by which the filter above the table finds a claim.
std::string classes_of(const CollatedClaim& claim) {
  return fmt::format("claim {}{}", name_of(claim.status), reports_of(claim) > 1 ? " shared" : "");
}

void add_badge(HtmlPage& page, const CollatedClaim& claim) {
  page.add("<span class=\"badge {}\">{}</span> <span class=\"origins\">{}</span>",
           name_of(claim.status), status_in_words(claim.status), origins_in_words(claim));
}

void add_cell(HtmlPage& page, const CollatedClaim& claim, Index article) {
  std::string links;
  const auto link = [&](const Mention& mention, Stance stance) {
    const std::string_view word = stance_in_words(stance);
    links += fmt::format("<a class=\"{0}\" href=\"{1}\">{0}</a> ", word, page.anchor(mention));
  };
  for (Index i = 0; i < claim.mentions.size(); ++i) {
    if (claim.mentions[i].article != article) continue;
    link(claim.mentions[i], page.view().stance(claim, i));
  }
  for (const Mention& each : claim.disputed_by) {
    if (each.article == article) link(each, Stance::disputes);
  }
  if (links.empty()) {
    page.raw("<td class=\"silent\"><span class=\"unseen\">silent</span></td>");
  } else {
    page.add("<td>{}</td>", links);
  }
}

void add_row(HtmlPage& page, Index number) {
  const CollatedClaim& claim = *page.view().claims()[number];
  page.add(
      "<tr class=\"{}\"><th scope=\"row\"><a href=\"#claim-{}\"><b class=\"number\">{}</b> "
      "<span class=\"wording\">{}</span></a>",
      classes_of(claim), number + 1, number + 1, escape_xml(claim.text));
  add_badge(page, claim);
  page.raw("</th>");
  for (const Index at : page.view().by_time()) add_cell(page, claim, at);
  page.raw("</tr>\n");
}

void add_origin(HtmlPage& page, const CollatedClaim& claim, const Origin& origin) {
  page.add(
      "<li class=\"origin\"><p>{} <b>{}</b>{}</p>\n<ul class=\"statements\">\n",
      origin.attributed ? "On the word of" : "Unsourced:", escape_xml(chain_in_words(origin)),
      origin.attributed && origin.anonymous ? " <span class=\"badge unnamed\">unnamed</span>" : "");
  for (const Index at : origin.mentions) {
    if (at >= claim.mentions.size()) continue;
    page.statement(claim.mentions[at], focus_of(claim, at),
                   stance_in_words(page.view().stance(claim, at)));
  }
  page.raw("</ul></li>\n");
}

void add_claim(HtmlPage& page, Index number) {
  const CollatedClaim& claim = *page.view().claims()[number];
  page.add(
      "<section class=\"item {0}\" id=\"claim-{1}\" aria-labelledby=\"claim-head-{1}\">\n"
      "<h3 id=\"claim-head-{1}\" dir=\"auto\"><b class=\"number\">{1}</b> {2}</h3>\n<p>",
      classes_of(claim), number + 1, escape_xml(claim.text));
  add_badge(page, claim);
  page.add(" · in {}</p>\n", counted(reports_of(claim), "report", "reports"));
  if (!claim.origins.empty()) {
    page.raw("<ul class=\"chain\">\n");
    for (const Origin& each : claim.origins) add_origin(page, claim, each);
    page.raw("</ul>\n");
  }
  if (!claim.disputed_by.empty()) {
    page.raw("<p class=\"against\">Disputed by</p>\n");
    page.statements(claim.disputed_by);
  }
  page.raw("</section>\n");
}

constexpr std::string_view kFilter =
    "<fieldset class=\"filter\"><legend>Show claims</legend>"
    "<label><input type=\"radio\" name=\"show\" id=\"show-all\" checked=\"checked\" /> all</label> "
    "<label><input type=\"radio\" name=\"show\" id=\"show-shared\" /> told by two or more</label> "
    "<label><input type=\"radio\" name=\"show\" id=\"show-disputed\" /> disputed</label> "
    "<label><input type=\"radio\" name=\"show\" id=\"show-single\" /> on a single origin</label> "
    "<label><input type=\"radio\" name=\"show\" id=\"show-corroborated\" /> corroborated</label>"
    "</fieldset>\n";

}  // namespace

void add_matrix(HtmlPage& page) {
  const ReportView& view = page.view();
  page.raw("<h2 id=\"matrix\">Who says what</h2>\n");
  page.raw(kFilter);
  page.raw(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Claims by report\">\n"
      "<table class=\"matrix\"><caption>One row a claim, the weightiest first; one column a "
      "report, by time. <i>says</i>: on its own word. <i>cites</i>: on the word of another. "
      "<i>copies</i>: in a passage taken from another report. Every word leads to its "
      "sentence; an empty cell is silence.</caption>\n<thead><tr><th scope=\"col\">Claim</th>");
  for (const Index at : view.by_time()) {
    page.add("<th scope=\"col\"><a href=\"#text-{}\"><b class=\"key\">{}</b> {}</a></th>", at,
             view.key(at), escape_xml(view.outlet(at)));
  }
  page.raw("</tr></thead>\n<tbody>\n");
  for (Index i = 0; i < view.claims().size(); ++i) add_row(page, i);
  page.raw("</tbody></table></div>\n");
}

void add_claims(HtmlPage& page) {
  page.raw("<h2 id=\"claims\">Claims and their origins</h2>\n");
  page.raw(
      "<p class=\"legend\">The count is the lower, provable one: unnamed people behind "
      "different reports may be the same, which the range says.</p>\n");
  for (Index i = 0; i < page.view().claims().size(); ++i) add_claim(page, i);
}

}  // namespace stemma
