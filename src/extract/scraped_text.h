#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// What the lines of a scraped page are: the report, and the furniture around it (breadcrumbs,
/// dates, tags, lists of other headlines).
struct ScrapedText {
  std::vector<Span> body;        ///< lines of the report, in order
  std::vector<Span> furniture;   ///< the other lines that are not blank, in order
  std::optional<Span> title;     ///< the headline before the report, if it has a line of its own
  std::vector<Span> bylines;     ///< lines around the report that say who wrote it
  std::optional<Span> address;   ///< a web address alone on a line before the report
  std::vector<Span> date_lines;  ///< lines before the report that hold a date and little else
};

/// Divides a plain text into report and furniture. Lines that read as prose carry it; the report is
/// the stretch of lines with the largest sum of evidence, a line without the marks of prose
/// counting against. With `gently` only clear furniture is told from the report: what a given text
/// must not lose. O(bytes).
ScrapedText divide_scraped_text(std::string_view text, bool gently);

/// The day a line holds ("Date:2025-04-17 23:21:10"), in ISO 8601.
std::optional<std::string> read_date_line(std::string_view line);

}  // namespace stemma
