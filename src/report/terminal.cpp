#include "report/terminal.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/printed_time.h"
#include "report/terminal_page.h"

namespace stemma {
namespace {

constexpr std::size_t kDepth = 5;  // column at which statements start

class TerminalReport {
 public:
  TerminalReport(const ReportView& view, std::size_t columns, bool color)
      : view_(view), color_(color), page_(columns, color) {}

  std::string write() && {
    summary();
    reports();
    doubtful_dates();
    claims();
    variants("DIFFERENCES", 0, view_.differences());
    variants("TOLD ALIKE", view_.differences(), view_.variants().size());
    quotes();
    provenance();
    timeline();
    return std::move(page_).take();
  }

 private:
  void summary();
  void reports();
  void doubtful_dates();
  void claims();
  void claim(const CollatedClaim& claim, std::size_t number);
  void origin(const CollatedClaim& claim, const Origin& origin);
  void variants(std::string_view title, std::size_t begin, std::size_t end);
  void quotes();
  void quote_reading(const QuoteReading& reading);
  void provenance();
  void timeline();

  void heading(std::string_view title, std::size_t count);
  std::string place(const Mention& mention) const;
  void statement(const Mention& mention, Span marked);
  void words_in_sentence(const Mention& mention);
  Span focus_of(const CollatedClaim& claim, Index mention) const;

  const ReportView& view_;
  bool color_;
  TerminalPage page_;
};

Ink ink_of(CollatedClaim::Status status) {
  switch (status) {
    case CollatedClaim::Status::corroborated:
      return Ink::good;
    case CollatedClaim::Status::single_origin:
      return Ink::warning;
    case CollatedClaim::Status::disputed:
      return Ink::alarm;
  }
  return Ink::plain;
}

Ink ink_of(Variant::Relation relation) {
  switch (relation) {
    case Variant::Relation::agree:
      return Ink::good;
    case Variant::Relation::differ:
      return Ink::warning;
    case Variant::Relation::conflict:
      return Ink::alarm;
  }
  return Ink::plain;
}

template <class Items, class Test>
std::size_t count(const Items& items, Test test) {
  return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), test));
}

void TerminalReport::heading(std::string_view title, std::size_t size) {
  page_.blank();
  page_.write({{std::string(title), Ink::heading}, {fmt::format(" ({})", size), Ink::faint}});
}

std::string TerminalReport::place(const Mention& mention) const {
  const Span points = view_.place(mention);
  return fmt::format("[{} {}-{}]", view_.key(mention.article), points.begin, points.end);
}

void TerminalReport::statement(const Mention& mention, Span marked) {
  const Excerpt excerpt = view_.excerpt(mention, marked);
  page_.write_beside(view_.outlet(mention.article), place(mention),
                     {{excerpt.before}, {excerpt.words, Ink::strong}, {excerpt.after}}, kDepth);
}

// The words pointed at stand out: without colour between asterisks.
void TerminalReport::words_in_sentence(const Mention& mention) {
  Excerpt excerpt = view_.excerpt(mention);
  const bool is_part = !excerpt.before.empty() || !excerpt.after.empty();
  if (is_part && !color_) excerpt.words = fmt::format("*{}*", excerpt.words);
  page_.write_beside(view_.outlet(mention.article), place(mention),
                     {{excerpt.before}, {excerpt.words, Ink::strong}, {excerpt.after}}, kDepth);
}

Span TerminalReport::focus_of(const CollatedClaim& claim, Index mention) const {
  const bool has_focus = mention < claim.focus.size() && !claim.focus[mention].empty();
  return has_focus ? claim.focus[mention] : claim.mentions[mention].span;
}

void TerminalReport::summary() {
  const Collation& c = view_.collation();
  using Status = CollatedClaim::Status;
  const auto with = [&](Status status) {
    return count(c.claims, [&](const CollatedClaim& each) { return each.status == status; });
  };
  const std::size_t conflicts = count(
      c.variants, [](const Variant& each) { return each.relation == Variant::Relation::conflict; });
  const std::size_t altered = count(c.quotes, [](const Quote& each) { return !each.verbatim; });
  page_.write({{counted(view_.size(), "report", "reports"), Ink::strong},
               {" · "},
               {counted(c.claims.size(), "claim", "claims"), Ink::strong},
               {fmt::format(" ({} disputed, {} on a single origin, {} corroborated) · ",
                            with(Status::disputed), with(Status::single_origin),
                            with(Status::corroborated))},
               {counted(view_.differences(), "difference", "differences"), Ink::strong},
               {fmt::format(" ({} in conflict) · ", conflicts)},
               {fmt::format("{} told alike", c.variants.size() - view_.differences()), Ink::strong},
               {" · "},
               {counted(c.quotes.size(), "quotation", "quotations"), Ink::strong},
               {fmt::format(" ({} altered)", altered)}});
}

void TerminalReport::reports() {
  heading("REPORTS", view_.size());
  for (const Index at : view_.by_time()) {
    const Article& article = view_.article(at);
    const std::string published = view_.published(at);
    Line line{{fmt::format("[{}] ", view_.key(at)), Ink::strong},
              {view_.outlet(at), Ink::strong},
              {" · "},
              {published.empty() ? "no date" : published}};
    if (article.title && *article.title != view_.outlet(at)) {
      line.push_back({fmt::format(" · “{}”", *article.title)});
    }
    line.push_back({fmt::format(" · {}", article.id), Ink::faint});
    if (!article.path.empty() && article.path != article.id) {
      line.push_back({fmt::format(" · {}", article.path), Ink::faint});
    }
    page_.write(line, 2, 6);
  }
}

void TerminalReport::doubtful_dates() {
  const auto& dates = view_.collation().doubtful_dates;
  if (dates.empty()) return;
  heading("DOUBTFUL DATES", dates.size());
  for (const DoubtfulDate& date : dates) {
    Line line{{view_.outlet(date.article), Ink::strong},
              {fmt::format(" [{}]", view_.key(date.article)), Ink::faint},
              {" says "},
              {date.stated, Ink::alarm}};
    if (!date.stated_by.empty()) line.push_back({fmt::format(" ({})", date.stated_by)});
    if (!date.story.empty()) line.push_back({fmt::format("; the story speaks for {}", date.story)});
    line.push_back({fmt::format(". {}", date.reason)});
    page_.write(line, 2, 4);
    for (const Mention& mention : date.evidence) words_in_sentence(mention);
  }
}

void TerminalReport::claims() {
  heading("CLAIMS", view_.claims().size());
  std::size_t number = 0;
  for (const CollatedClaim* each : view_.claims()) claim(*each, ++number);
}

void TerminalReport::claim(const CollatedClaim& claim, std::size_t number) {
  std::vector<Index> reports;
  for (const Mention& mention : claim.mentions) reports.push_back(mention.article);
  std::sort(reports.begin(), reports.end());
  reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
  page_.write({{fmt::format("{}. ", number), Ink::faint},
               {std::string(status_in_words(claim.status)), ink_of(claim.status)},
               {fmt::format(" · {}", origins_in_words(claim)), Ink::strong},
               {fmt::format(" · in {}", counted(reports.size(), "report", "reports"))}},
              0, 3);
  page_.write({{claim.text, Ink::strong}}, 3, 3);
  for (const Origin& each : claim.origins) origin(claim, each);
  if (!claim.disputed_by.empty()) {
    page_.write({{"disputed by", Ink::alarm}}, 3, 5);
    for (const Mention& mention : claim.disputed_by) words_in_sentence(mention);
  }
  page_.blank();
}

void TerminalReport::origin(const CollatedClaim& claim, const Origin& origin) {
  Line line{{origin.attributed ? "on the word of " : "unsourced: ", Ink::faint},
            {view_.chain_in_words(claim, origin)}};
  if (origin.attributed && origin.anonymous) line.push_back({" (unnamed)", Ink::warning});
  page_.write(line, 3, 5);
  for (const Index at : origin.mentions) {
    if (at < claim.mentions.size()) statement(claim.mentions[at], focus_of(claim, at));
  }
}

void TerminalReport::variants(std::string_view title, std::size_t begin, std::size_t end) {
  heading(title, end - begin);
  for (std::size_t i = begin; i < end; ++i) {
    const Variant* variant = view_.variants()[i];
    page_.write({{std::string(name_of(variant->relation)), ink_of(variant->relation)},
                 {fmt::format(" · {} · ", name_of(variant->kind))},
                 {variant->about, Ink::strong}},
                0, 3);
    for (const Reading& reading : variant->readings) {
      page_.write({{printed_value(*variant, reading), Ink::strong}}, 3, 5);
      for (const Mention& mention : reading.mentions) words_in_sentence(mention);
    }
    page_.blank();
  }
}

// Marks in the manner of wdiff: [-left out-] {+put in+}.
Line edits_in_words(const QuoteReading& reading) {
  if (reading.edits.empty()) return {{reading.text}};
  Line line;
  for (const QuoteEdit& edit : reading.edits) {
    if (!line.empty()) line.push_back({" "});
    switch (edit.kind) {
      case QuoteEdit::Kind::same:
        line.push_back({edit.text});
        break;
      case QuoteEdit::Kind::omitted:
        line.push_back({fmt::format("[-{}-]", edit.text), Ink::gone});
        break;
      case QuoteEdit::Kind::added:
      case QuoteEdit::Kind::changed:
        line.push_back({fmt::format("{{+{}+}}", edit.text), Ink::added});
        break;
    }
  }
  return line;
}

void TerminalReport::quotes() {
  heading("QUOTATIONS", view_.quotes().size());
  for (const Quote* quote : view_.quotes()) {
    page_.write(
        {{quote->verbatim ? "verbatim" : "altered", quote->verbatim ? Ink::good : Ink::warning},
         {" · "},
         {speakers_of(*quote), Ink::strong}},
        0, 3);
    for (const QuoteReading& reading : quote->readings) quote_reading(reading);
    page_.blank();
  }
}

void TerminalReport::quote_reading(const QuoteReading& reading) {
  page_.write(edits_in_words(reading), 3, 5);
  Line holders;
  for (const Mention& mention : reading.mentions) {
    if (!holders.empty()) holders.push_back({", "});
    holders.push_back({view_.outlet(mention.article), Ink::strong});
    holders.push_back({fmt::format(" {}", place(mention)), Ink::faint});
  }
  page_.write(holders, 5, 5);
}

void TerminalReport::provenance() {
  const auto& edges = view_.collation().provenance;
  heading("WHO TOOK IT FROM WHOM", edges.size());
  for (const ProvenanceEdge& edge : edges) {
    Line line{{view_.outlet(edge.to), Ink::strong},
              {fmt::format(" [{}] {} ", view_.key(edge.to), verb_of(edge))},
              {view_.name(edge.from), Ink::strong}};
    const Index from = view_.report_by(edge.from);
    if (from != kNone) line.push_back({fmt::format(" [{}]", view_.key(from))});
    page_.write(line, 0, 3);
    for (const Mention& mention : edge.evidence) words_in_sentence(mention);
  }
}

void TerminalReport::timeline() {
  const auto& entries = view_.collation().timeline;
  heading("TIMELINE", entries.size());
  for (const TimelineEntry& entry : entries) {
    const CollatedClaim* claim = view_.claim(entry.claim);
    page_.write({{printed_time(entry.time), Ink::strong},
                 {claim != nullptr ? fmt::format("  {}", claim->text) : ""}},
                0, 3);
    for (const Mention& mention : entry.mentions) words_in_sentence(mention);
  }
}

}  // namespace

std::string terminal_text(const ReportView& view, std::size_t columns, bool color) {
  return TerminalReport(view, columns, color).write();
}

}  // namespace stemma
