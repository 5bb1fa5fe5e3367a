#include "report/html_page.h"

#include <algorithm>

#include "report/escape.h"

namespace stemma {

HtmlPage::HtmlPage(const ReportView& view) : view_(view), references_(view.size()) {
  for (Index at = 0; at < view.size(); ++at) references_[at].resize(view.units(at).size());
  for (Index i = 0; i < view.claims().size(); ++i) {
    const CollatedClaim& claim = *view.claims()[i];
    numbers_.emplace(&claim, i);
    const Reference reference{fmt::format("claim-{}", i + 1), fmt::format("claim {}", i + 1),
                              claim.text};
    for (const Mention& each : claim.mentions) refer(each, reference);
    for (const Mention& each : claim.disputed_by) refer(each, reference);
  }
  for (std::size_t i = 0; i < view.variants().size(); ++i) {
    const Variant& variant = *view.variants()[i];
    const std::string_view kind = i < view.differences() ? "difference" : "alike";
    const Reference reference{fmt::format("variant-{}", i + 1), fmt::format("{} {}", kind, i + 1),
                              variant.about};
    for (const Reading& reading : variant.readings) {
      for (const Mention& each : reading.mentions) refer(each, reference);
    }
  }
  for (std::size_t i = 0; i < view.quotes().size(); ++i) {
    const Quote& quote = *view.quotes()[i];
    const Reference reference{fmt::format("quote-{}", i + 1), fmt::format("quotation {}", i + 1),
                              quote.speaker};
    for (const QuoteReading& reading : quote.readings) {
      for (const Mention& each : reading.mentions) refer(each, reference);
    }
  }
}

void HtmlPage::refer(const Mention& mention, const Reference& reference) {
  auto& units = references_[mention.article];
  const Index unit = view_.unit_of(mention);
  if (unit >= units.size()) return;
  auto& all = units[unit];
  if (std::find(all.begin(), all.end(), reference) == all.end()) all.push_back(reference);
}

const std::vector<HtmlPage::Reference>& HtmlPage::references(Index article, Index unit) const {
  return references_[article][unit];
}

Index HtmlPage::number_of(const CollatedClaim* claim) const {
  const auto found = numbers_.find(claim);
  return found == numbers_.end() ? kNone : found->second;
}

std::string HtmlPage::anchor(const Mention& mention) const {
  if (view_.units(mention.article).empty()) return fmt::format("#text-{}", mention.article);
  return fmt::format("#s-{}-{}", mention.article, view_.unit_of(mention));
}

void HtmlPage::holder(const Mention& mention) {
  const Span place = view_.place(mention);
  add("<a class=\"outlet\" href=\"{}\" title=\"code points {} to {}\"><b class=\"key\">{}</b> "
      "{}</a>",
      anchor(mention), place.begin, place.end, view_.key(mention.article),
      escape_xml(view_.outlet(mention.article)));
}

void HtmlPage::statement(const Mention& mention, Span marked, std::string_view note) {
  const Excerpt excerpt = view_.excerpt(mention, marked);
  raw("<li class=\"statement\">");
  holder(mention);
  if (!note.empty()) add(" <span class=\"note\">{}</span>", escape_xml(note));
  const bool is_part = !excerpt.words.empty() && !(excerpt.before.empty() && excerpt.after.empty());
  add(" <q dir=\"auto\">{}{}{}{}{}</q></li>\n", escape_xml(excerpt.before), is_part ? "<mark>" : "",
      escape_xml(excerpt.words), is_part ? "</mark>" : "", escape_xml(excerpt.after));
}

void HtmlPage::statements(const std::vector<Mention>& mentions) {
  raw("<ul class=\"statements\">\n");
  for (const Mention& each : mentions) statement(each);
  raw("</ul>\n");
}

}  // namespace stemma
