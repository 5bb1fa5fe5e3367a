#include "report/escape.h"
#include "report/html_page.h"
#include "report/printed_time.h"

namespace stemma {
namespace {

void add_variant(HtmlPage& page, const Variant& variant, std::size_t number) {
  page.add(
      "<section class=\"item\" id=\"variant-{0}\" aria-labelledby=\"variant-head-{0}\">\n"
      "<h3 id=\"variant-head-{0}\" dir=\"auto\"><b class=\"number\">{0}</b> {1}</h3>\n"
      "<p><span class=\"badge {2}\">{2}</span> {3}</p>\n<dl class=\"readings\">\n",
      number, escape_xml(variant.about), name_of(variant.relation), name_of(variant.kind));
  for (const Reading& reading : variant.readings) {
    page.add("<dt dir=\"auto\">{}</dt><dd>", escape_xml(printed_value(variant, reading)));
    page.statements(reading.mentions);
    page.raw("</dd>\n");
  }
  page.raw("</dl></section>\n");
}

// The words of a reading: what the fullest one has besides as <del>, what is put in as <ins>.
void add_edits(HtmlPage& page, const QuoteReading& reading) {
  if (reading.edits.empty()) page.raw(escape_xml(reading.text));
  bool first = true;
  for (const QuoteEdit& edit : reading.edits) {
    if (!first) page.raw(" ");
    first = false;
    const std::string words = escape_xml(edit.text);
    if (edit.kind == QuoteEdit::Kind::same) {
      page.raw(words);
    } else {
      const std::string_view tag = edit.kind == QuoteEdit::Kind::omitted ? "del" : "ins";
      page.add("<{0}>{1}</{0}>", tag, words);
    }
  }
}

void add_quote(HtmlPage& page, const Quote& quote, std::size_t number) {
  page.add(
      "<section class=\"item\" id=\"quote-{0}\" aria-labelledby=\"quote-head-{0}\">\n"
      "<h3 id=\"quote-head-{0}\" dir=\"auto\"><b class=\"number\">{0}</b> {1}</h3>\n"
      "<p><span class=\"badge {2}\">{2}</span> in {3}</p>\n<table class=\"quote\">"
      "<thead><tr><th scope=\"col\">Words</th><th scope=\"col\">In</th></tr></thead><tbody>\n",
      number, escape_xml(speakers_of(quote)), quote.verbatim ? "verbatim" : "altered",
      counted(quote.readings.size(), "form", "forms"));
  for (const QuoteReading& reading : quote.readings) {
    page.raw("<tr><td dir=\"auto\">");
    add_edits(page, reading);
    page.raw("</td><td>");
    for (const Mention& each : reading.mentions) {
      page.holder(each);
      page.raw("<br />");
    }
    page.raw("</td></tr>\n");
  }
  page.raw("</tbody></table></section>\n");
}

void add_event(HtmlPage& page, const TimelineEntry& entry) {
  page.add("<tr><th scope=\"row\">{}</th><td>", escape_xml(printed_time(entry.time)));
  const CollatedClaim* claim = page.view().claim(entry.claim);
  if (claim != nullptr) {
    page.add("<p dir=\"auto\"><a href=\"#claim-{}\">{}</a></p>", page.number_of(claim) + 1,
             escape_xml(claim->text));
  }
  page.statements(entry.mentions);
  page.raw("</td></tr>\n");
}

}  // namespace

void add_doubtful_dates(HtmlPage& page) {
  const auto& dates = page.view().collation().doubtful_dates;
  if (dates.empty()) return;
  page.raw("<h2 id=\"dates\">Doubtful dates</h2>\n");
  for (const DoubtfulDate& date : dates) {
    page.add(
        "<section class=\"item doubt\"><p><a href=\"#text-{}\"><b class=\"key\">{}</b> {}</a> "
        "says <b>{}</b>",
        date.article, page.view().key(date.article), escape_xml(page.view().outlet(date.article)),
        escape_xml(date.stated));
    if (!date.stated_by.empty()) page.add(" ({})", escape_xml(date.stated_by));
    if (!date.story.empty()) page.add("; the story speaks for <b>{}</b>", escape_xml(date.story));
    page.add(". {}</p>\n", escape_xml(date.reason));
    if (!date.evidence.empty()) page.statements(date.evidence);
    page.raw("</section>\n");
  }
}

void add_variants(HtmlPage& page) {
  page.raw(
      "<h2 id=\"differences\">Differences</h2>\n"
      "<p class=\"legend\"><i>conflict</i>: the values cannot all hold. <i>differ</i>: they "
      "can.</p>\n");
  const auto& all = page.view().variants();
  const std::size_t differences = page.view().differences();
  for (std::size_t i = 0; i < differences; ++i) add_variant(page, *all[i], i + 1);
  page.raw(
      "<h2 id=\"alike\">Told alike</h2>\n"
      "<p class=\"legend\">One value in other words.</p>\n");
  for (std::size_t i = differences; i < all.size(); ++i) add_variant(page, *all[i], i + 1);
}

void add_quotes(HtmlPage& page) {
  page.raw(
      "<h2 id=\"quotations\">Quotations</h2>\n"
      "<p class=\"legend\">The fullest form first; of the others, "
      "<del>words left out</del> and <ins>words put in</ins>.</p>\n");
  std::size_t number = 0;
  for (const Quote* each : page.view().quotes()) add_quote(page, *each, ++number);
}

void add_timeline(HtmlPage& page) {
  page.raw(
      "<h2 id=\"timeline\">Timeline</h2>\n"
      "<h3>When it happened</h3>\n<table class=\"timeline\"><thead><tr><th scope=\"col\">Time</th>"
      "<th scope=\"col\">What the reports say</th></tr></thead><tbody>\n");
  for (const TimelineEntry& each : page.view().collation().timeline) add_event(page, each);
  page.raw(
      "</tbody></table>\n<h3>When it was told</h3>\n<table class=\"timeline\"><thead><tr>"
      "<th scope=\"col\">Time</th><th scope=\"col\">Report</th></tr></thead><tbody>\n");
  for (const Index at : page.view().by_time()) {
    const std::string published = page.view().published(at);
    page.add(
        "<tr><th scope=\"row\">{}</th><td><a href=\"#text-{}\"><b class=\"key\">{}</b> {}</a> "
        "<span dir=\"auto\">{}</span></td></tr>\n",
        published.empty() ? "no date" : escape_xml(published), at, page.view().key(at),
        escape_xml(page.view().outlet(at)), escape_xml(page.view().article(at).title.value_or("")));
  }
  page.raw("</tbody></table>\n");
}

}  // namespace stemma
