#include "report/html.h"

#include <algorithm>

#include "base/files.h"
#include "report/escape.h"
#include "report/html_page.h"
#include "report/html_style.h"

namespace stemma {
namespace {

int nibble(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

// The SHA-256 of a text as a Content-Security-Policy names it: in base64 (RFC 4648).
std::string policy_hash(std::string_view text) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string hex = sha256(text);
  std::string bits;
  for (const char c : hex) {
    for (int bit = 3; bit >= 0; --bit) bits += ((nibble(c) >> bit) & 1) != 0 ? '1' : '0';
  }
  std::string out;
  for (std::size_t i = 0; i < bits.size(); i += 6) {
    std::size_t value = 0;
    for (std::size_t j = i; j < i + 6; ++j) value = value * 2 + (j < bits.size() && bits[j] == '1');
    out += kDigits[value];
  }
  return out + "=";
}

std::string title_of(const ReportView& view) {
  for (const Index at : view.by_time()) {
    if (const auto& title = view.article(at).title) return *title;
  }
  return "Collation";
}

void add_head(HtmlPage& page) {
  page.add(
      "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
      "<meta charset=\"utf-8\" />\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'sha256-{}'; base-uri 'none'; form-action 'none'\" />\n"
      "<meta name=\"referrer\" content=\"no-referrer\" />\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
      "<title>{} – collation of {}</title>\n<style>{}</style>\n</head>\n",
      policy_hash(kStyle), escape_xml(title_of(page.view())),
      counted(page.view().size(), "report", "reports"), kStyle);
}

void add_link(HtmlPage& page, std::string_view anchor, std::size_t count, std::string_view one,
              std::string_view many, const std::string& of_these) {
  page.add("<li><a href=\"#{}\"><b>{}</b> {}</a>", anchor, count, count == 1 ? one : many);
  if (!of_these.empty()) page.add(" <span class=\"note\">{}</span>", of_these);
  page.raw("</li>\n");
}

void add_contents(HtmlPage& page) {
  const ReportView& view = page.view();
  const Collation& c = view.collation();
  const auto with = [&](CollatedClaim::Status status) {
    return std::count_if(c.claims.begin(), c.claims.end(),
                         [&](const CollatedClaim& each) { return each.status == status; });
  };
  const auto conflicts = std::count_if(c.variants.begin(), c.variants.end(), [](const Variant& v) {
    return v.relation == Variant::Relation::conflict;
  });
  const auto altered =
      std::count_if(c.quotes.begin(), c.quotes.end(), [](const Quote& q) { return !q.verbatim; });
  page.raw("<nav aria-label=\"Contents\"><ul>\n");
  add_link(page, "reports", view.size(), "report", "reports", "");
  if (!c.doubtful_dates.empty()) {
    add_link(page, "dates", c.doubtful_dates.size(), "doubtful date", "doubtful dates", "");
  }
  add_link(
      page, "matrix", c.claims.size(), "claim", "claims",
      fmt::format("{} disputed, {} on a single origin, {} corroborated",
                  with(CollatedClaim::Status::disputed), with(CollatedClaim::Status::single_origin),
                  with(CollatedClaim::Status::corroborated)));
  add_link(page, "differences", view.differences(), "difference", "differences",
           fmt::format("{} in conflict", conflicts));
  add_link(page, "alike", c.variants.size() - view.differences(), "fact told alike",
           "facts told alike", "");
  add_link(page, "quotations", c.quotes.size(), "quotation", "quotations",
           fmt::format("{} altered", altered));
  add_link(page, "provenance", c.provenance.size(), "link between reports", "links between reports",
           "");
  add_link(page, "timeline", c.timeline.size(), "time", "times", "");
  page.raw("</ul></nav>\n");
}

}  // namespace

std::string html_page(const ReportView& view) {
  HtmlPage page(view);
  add_head(page);
  page.add("<body>\n<header><h1 dir=\"auto\">{}</h1>\n", escape_xml(title_of(view)));
  add_contents(page);
  page.raw(
      "</header>\n<main>\n<div class=\"pane findings\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Findings\">\n");
  add_doubtful_dates(page);
  add_matrix(page);
  add_claims(page);
  add_variants(page);
  add_quotes(page);
  add_provenance(page);
  add_timeline(page);
  page.raw(
      "</div>\n<div class=\"pane texts\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Full text of the reports\">\n");
  add_texts(page);
  page.raw("</div>\n</main>\n</body>\n</html>\n");
  return std::move(page).take();
}

}  // namespace stemma
