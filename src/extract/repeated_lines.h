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
  std::string title;   ///< pages of one title are copies or later versions of one report
  std::vector<std::uint64_t> lines;  ///< hashes, sorted, each once
};

/// All lines of a document, furniture included. Costs about what extracting it does.
PageLines lines_of_page(const Document& document);

/// A line as two pages are compared by it: white space and case do not matter.
std::uint64_t line_hash(std::string_view line);

/// The lines that several pages of one outlet have in common: its furniture. Lines of fewer than
/// kFewestPages titles are none, so that a report that is there twice loses nothing. Does not
/// depend on the pages' order.
class RepeatedLines {
 public:
  static constexpr std::size_t kFewestPages = 3;

  RepeatedLines() = default;
  explicit RepeatedLines(const std::vector<PageLines>& pages);

  /// Which of an article's lines are furniture. Short lines are only at both ends of it, for
  /// subheads repeat too ("What we know"); if all were, none is.
  std::vector<bool> among(const std::vector<std::string_view>& lines,
                          const std::optional<std::string>& outlet) const;

 private:
  bool has(std::string_view outlet, std::string_view line) const;

  std::vector<std::uint64_t> keys_;  // of outlet and line, sorted
};

}  // namespace stemma
