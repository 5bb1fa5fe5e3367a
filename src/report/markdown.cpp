#include "report/markdown.h"

#include <fmt/format.h>

#include <iterator>

#include "report/escape.h"
#include "report/printed_time.h"

namespace stemma {
namespace {

class MarkdownReport {
 public:
  explicit MarkdownReport(const ReportView& view) : view_(view) {}

  std::string write() && {
    reports();
    doubtful_dates();
    add("\n## Claims\n");
    for (std::size_t i = 0; i < view_.claims().size(); ++i) claim(*view_.claims()[i], i + 1);
    add("\n## Differences\n");
    const auto& variants = view_.variants();
    for (std::size_t i = 0; i < view_.differences(); ++i) variant(*variants[i]);
    add("\n## Told alike\n");
    for (std::size_t i = view_.differences(); i < variants.size(); ++i) variant(*variants[i]);
    add("\n## Quotations\n");
    for (const Quote* each : view_.quotes()) quote(*each);
    provenance();
    timeline();
    return std::move(out_);
  }

 private:
  template <class... Parts>
  void add(fmt::format_string<Parts...> markup, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), markup, std::forward<Parts>(parts)...);
  }

  std::string place(const Mention& mention) const {
    const Span points = view_.place(mention);
    return fmt::format("**{}** ({} {}–{})", escape_markdown(view_.outlet(mention.article)),
                       view_.key(mention.article), points.begin, points.end);
  }

  void statements(const std::vector<Mention>& mentions, std::string_view indent) {
    for (const Mention& each : mentions) {
      const Excerpt excerpt = view_.excerpt(each);
      add("{}- {}: {}\n", indent, place(each), escape_markdown(excerpt.text()));
    }
  }

  void reports();
  void doubtful_dates();
  void claim(const CollatedClaim& claim, std::size_t number);
  void variant(const Variant& variant);
  void quote(const Quote& quote);
  void provenance();
  void timeline();

  const ReportView& view_;
  std::string out_;
};

void MarkdownReport::reports() {
  add("# Collation of {}\n\n", counted(view_.size(), "report", "reports"));
  add("Places are code points in the report's text.\n\n");
  add("| | Outlet | Published | Title | Id |\n| --- | --- | --- | --- | --- |\n");
  for (const Index at : view_.by_time()) {
    const Article& article = view_.article(at);
    std::string title = escape_markdown(article.title.value_or(""));
    if (const auto url = web_address(article.url.value_or("")); !url.empty()) {
      title += fmt::format(" {}", escape_markdown(url));
    }
    add("| {} | {} | {} | {} | {} |\n", view_.key(at), escape_markdown(view_.outlet(at)),
        escape_markdown(view_.published(at)), title, escape_markdown(article.id));
  }
}

void MarkdownReport::doubtful_dates() {
  const auto& dates = view_.collation().doubtful_dates;
  if (dates.empty()) return;
  add("\n## Doubtful dates\n\n");
  for (const DoubtfulDate& date : dates) {
    add("- **{}** says {} ({})", escape_markdown(view_.outlet(date.article)),
        escape_markdown(date.stated), escape_markdown(date.stated_by));
    if (!date.story.empty()) add("; the story speaks for {}", escape_markdown(date.story));
    add(". {}\n", escape_markdown(date.reason));
    statements(date.evidence, "  ");
  }
}

void MarkdownReport::claim(const CollatedClaim& claim, std::size_t number) {
  add("\n### {}. {}\n\n{}: {}\n\n", number, escape_markdown(claim.text),
      status_in_words(claim.status), origins_in_words(claim));
  for (const Origin& origin : claim.origins) {
    add("- {} {}{}\n", origin.attributed ? "on the word of" : "unsourced:",
        escape_markdown(view_.chain_in_words(claim, origin)),
        origin.attributed && origin.anonymous ? " (unnamed)" : "");
    std::vector<Mention> mentions;
    for (const Index at : origin.mentions) {
      if (at < claim.mentions.size()) mentions.push_back(claim.mentions[at]);
    }
    statements(mentions, "  ");
  }
  if (claim.disputed_by.empty()) return;
  add("- disputed by\n");
  statements(claim.disputed_by, "  ");
}

void MarkdownReport::variant(const Variant& variant) {
  add("\n### {} ({}, {})\n\n", escape_markdown(variant.about), name_of(variant.relation),
      name_of(variant.kind));
  for (const Reading& reading : variant.readings) {
    add("- **{}**\n", escape_markdown(printed_value(variant, reading)));
    statements(reading.mentions, "  ");
  }
}

void MarkdownReport::quote(const Quote& quote) {
  add("\n### {} ({})\n\n", escape_markdown(speakers_of(quote)),
      quote.verbatim ? "verbatim" : "altered");
  for (const QuoteReading& reading : quote.readings) {
    std::string words;
    for (const QuoteEdit& edit : reading.edits) {
      if (!words.empty()) words += ' ';
      const std::string text = escape_markdown(edit.text);
      words += edit.kind == QuoteEdit::Kind::same      ? text
               : edit.kind == QuoteEdit::Kind::omitted ? fmt::format("~~{}~~", text)
                                                       : fmt::format("**{}**", text);
    }
    if (reading.edits.empty()) words = escape_markdown(reading.text);
    add("- {}\n", words);
    for (const Mention& each : reading.mentions) add("  - {}\n", place(each));
  }
}

void MarkdownReport::provenance() {
  add("\n## Who took it from whom\n\n");
  for (const ProvenanceEdge& edge : view_.collation().provenance) {
    add("- **{}** {} **{}**\n", escape_markdown(view_.outlet(edge.to)), verb_of(edge),
        escape_markdown(view_.name(edge.from)));
    statements(edge.evidence, "  ");
  }
}

void MarkdownReport::timeline() {
  add("\n## Timeline\n\n");
  for (const TimelineEntry& entry : view_.collation().timeline) {
    const CollatedClaim* claim = view_.claim(entry.claim);
    add("- **{}** {}\n", escape_markdown(printed_time(entry.time)),
        claim != nullptr ? escape_markdown(claim->text) : "");
    statements(entry.mentions, "  ");
  }
}

}  // namespace

std::string markdown_text(const ReportView& view) { return MarkdownReport(view).write(); }

}  // namespace stemma
