#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace stemma {

/// The lines of one document and whose it is.
struct PageLines {
  std::string outlet;  ///< its domain or name; empty: not known
  std::string title;
  std::vector<std::uint64_t> lines;  ///< hashes, sorted, each once
  std::vector<std::uint64_t> prose;  ///< of those the ones that read as a report's paragraphs

  void add(std::string_view line);
};

/// All lines of a document, furniture included. Costs about what extracting it does.
PageLines lines_of_page(const Document& document);

/// A line as two pages are compared by it: white space and case do not matter.
std::uint64_t line_hash(std::string_view line);

/// The lines that several reports of one outlet have in common: its furniture. Pages of one title,
/// and such that share half of their prose, are copies or versions of one report and count once,
/// so that a report that is taken up again loses nothing. Does not depend on the pages' order.
/// O(lines log lines).
class RepeatedLines {
 public:
  /// A line of fewer reports, or of a smaller share of the outlet's, is no furniture; one between
  /// other paragraphs must be on half of them.
  static constexpr std::size_t kFewestReports = 3;
  static constexpr double kLeastShare = 0.1, kLeastShareInside = 0.5;

  RepeatedLines() = default;
  explicit RepeatedLines(const std::vector<PageLines>& pages);

  /// Which of an article's lines are furniture. Short lines are only at both ends of it, for
  /// subheads repeat too ("What we know"); lines with a quotation are none, for what somebody said
  /// is quoted again; if all were, none is.
  std::vector<bool> among(const std::vector<std::string_view>& lines,
                          const std::optional<std::string>& outlet) const;

 private:
  struct Repeated {
    std::uint64_t key;  // of outlet and line
    double share;       // of the outlet's reports
  };

  double share_of(std::string_view outlet, std::string_view line) const;

  std::vector<Repeated> repeated_;  // sorted by key
};

}  // namespace stemma
