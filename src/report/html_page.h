#pragma once

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/report_view.h"

namespace stemma {

/// The page under construction: its bytes, and the anchors by which findings and sentences find
/// each other. `add` takes markup whose text parts went through escape_xml.
class HtmlPage {
 public:
  explicit HtmlPage(const ReportView& view);

  const ReportView& view() const { return view_; }

  template <class... Parts>
  void add(fmt::format_string<Parts...> markup, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), markup, std::forward<Parts>(parts)...);
  }
  void raw(std::string_view markup) { out_ += markup; }
  std::string take() && { return std::move(out_); }

  /// Position of a claim in ReportView::claims(), or kNone.
  Index number_of(const CollatedClaim* claim) const;

  /// "#s-0-12": the sentence in the text of its report.
  std::string anchor(const Mention& mention) const;
  /// One statement: the outlet as a link to the sentence, `note` in small letters when there is
  /// one, and the sentence with the marked words in a <mark>.
  void statement(const Mention& mention, Span marked, std::string_view note = {});
  void statement(const Mention& mention) { statement(mention, mention.span); }
  void statements(const std::vector<Mention>& mentions);
  /// The outlet alone, as a link to the sentence.
  void holder(const Mention& mention);

  /// What points at a sentence, for the way back: "#claim-3" and its short label "c3".
  struct Reference {
    std::string anchor, label, title;
    friend auto operator<=>(const Reference&, const Reference&) = default;
  };
  const std::vector<Reference>& references(Index article, Index unit) const;

 private:
  void refer(const Mention& mention, const Reference& reference);

  const ReportView& view_;
  std::string out_;
  std::unordered_map<const CollatedClaim*, Index> numbers_;
  std::vector<std::vector<std::vector<Reference>>> references_;  // by article and unit
};

/// Each writes one section, with its heading.
void add_matrix(HtmlPage& page);
void add_claims(HtmlPage& page);
void add_doubtful_dates(HtmlPage& page);
void add_variants(HtmlPage& page);
void add_quotes(HtmlPage& page);
void add_provenance(HtmlPage& page);
void add_timeline(HtmlPage& page);
void add_texts(HtmlPage& page);

}  // namespace stemma
