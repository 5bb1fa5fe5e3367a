#include <algorithm>
#include <map>
#include <span>

#include "report/escape.h"
#include "report/html_page.h"

namespace stemma {
namespace {

// A table of more cells than this is no longer read and takes a browser minutes.
constexpr std::size_t kMostRows = 500, kMostColumns = 60;

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

// The links of each report that speaks of the claim.
std::map<Index, std::string> cells_of(const HtmlPage& page, const CollatedClaim& claim) {
  std::map<Index, std::string> cells;
  const auto link = [&](const Mention& mention, Stance stance) {
    cells[mention.article] += fmt::format("<a class=\"{0}\" href=\"{1}\">{0}</a> ",
                                          stance_in_words(stance), page.anchor(mention));
  };
  const std::vector<Stance> stances = page.view().stances(claim);
  for (Index i = 0; i < claim.mentions.size(); ++i) link(claim.mentions[i], stances[i]);
  for (const Mention& each : claim.disputed_by) link(each, Stance::disputes);
  return cells;
}

// The reports that have a column.
std::span<const Index> columns_of(const ReportView& view) {
  return std::span(view.by_time()).first(std::min<std::size_t>(view.size(), kMostColumns));
}

void add_row(HtmlPage& page, Index number) {
  const CollatedClaim& claim = *page.view().claims()[number];
  page.add(
      "<tr class=\"{}\"><th scope=\"row\"><a href=\"#claim-{}\"><b class=\"number\">{}</b> "
      "<span class=\"wording\">{}</span></a>",
      classes_of(claim), number + 1, number + 1, escape_xml(claim.text));
  add_badge(page, claim);
  page.raw("</th>");
  const auto cells = cells_of(page, claim);
  for (const Index at : columns_of(page.view())) {
    if (const auto cell = cells.find(at); cell != cells.end()) {
      page.add("<td>{}</td>", cell->second);
    } else {
      page.raw("<td class=\"silent\"><span class=\"unseen\">silent</span></td>");
    }
  }
  page.raw("</tr>\n");
}

void add_origin(HtmlPage& page, const CollatedClaim& claim, const Origin& origin,
                const std::vector<Stance>& stances) {
  page.add(
      "<li class=\"origin\"><p>{} <b>{}</b>{}</p>\n<ul class=\"statements\">\n",
      origin.attributed ? "On the word of" : "Unsourced:",
      escape_xml(page.view().chain_in_words(claim, origin)),
      origin.attributed && origin.anonymous ? " <span class=\"badge unnamed\">unnamed</span>" : "");
  for (const Index at : origin.mentions) {
    if (at >= claim.mentions.size()) continue;
    page.statement(claim.mentions[at], focus_of(claim, at), stance_in_words(stances[at]));
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
    const std::vector<Stance> stances = page.view().stances(claim);
    page.raw("<ul class=\"chain\">\n");
    for (const Origin& each : claim.origins) add_origin(page, claim, each, stances);
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
  const std::size_t rows = std::min<std::size_t>(view.claims().size(), kMostRows);
  const std::span<const Index> columns = columns_of(view);
  page.raw("<h2 id=\"matrix\">Who says what</h2>\n");
  page.raw(kFilter);
  if (rows < view.claims().size() || columns.size() < view.size()) {
    page.add(
        "<p class=\"legend left-out\">The table has the {} weightiest of {} and the first {} of "
        "{}. "
        "All claims stand below it; <code>--format json</code> has everything.</p>\n",
        rows, counted(view.claims().size(), "claim", "claims"), columns.size(),
        counted(view.size(), "report", "reports"));
  }
  page.raw(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Claims by report\">\n"
      "<table class=\"matrix\"><caption>One row a claim, the weightiest first; one column a "
      "report, by time. <i>says</i>: on its own word. <i>cites</i>: on the word of another. "
      "<i>copies</i>: in a passage taken from another report. Every word leads to its "
      "sentence; an empty cell is silence.</caption>\n<thead><tr><th scope=\"col\">Claim</th>");
  for (const Index at : columns) {
    page.add("<th scope=\"col\"><a href=\"#text-{}\"><b class=\"key\">{}</b> {}</a></th>", at,
             view.key(at), escape_xml(view.outlet(at)));
  }
  page.raw("</tr></thead>\n<tbody>\n");
  for (Index i = 0; i < rows; ++i) add_row(page, i);
  page.raw("</tbody></table></div>\n");
}

void add_claims(HtmlPage& page) {
  page.raw("<h2 id=\"claims\">Claims and their origins</h2>\n");
  page.raw(
      "<p class=\"legend\">Unnamed people behind different reports may be the same, which the "
      "range "
      "of their number says.</p>\n");
  for (Index i = 0; i < page.view().claims().size(); ++i) add_claim(page, i);
}

}  // namespace stemma
