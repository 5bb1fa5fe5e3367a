#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "extract/html/page.h"

namespace stemma {

/// A heading that may be the headline.
struct Heading {
  std::string text;                ///< without a kicker or second line in an element of its own
  std::vector<std::size_t> seams;  ///< how many words stand before each text node in it
  bool leads_home = false;         ///< is a link to the site's first page: the outlet's name
  std::string opening;             ///< its first text, before another element begins
  bool is_aside = false;           ///< hidden, in a menu, a side bar or a list of other reports
};

/// The first-level headings and the elements marked as headlines, in document order. Those longer
/// than a headline are passed over; a few dozen are read. O(page).
std::vector<Heading> headings_of(const html::Page& page, const std::optional<std::string>& domain);

/// Whether an element stands in a menu, a side bar, a footer, comments or a list of other reports,
/// by its own tag and classes and those of the elements around it, or is not shown. Elements that
/// hold the `headline` too, where one is given, say nothing: "with-sidebar". O(depth).
bool is_aside(const html::Page& page, std::uint32_t node,
              std::uint32_t headline = std::numeric_limits<std::uint32_t>::max());

/// Whether the whole heading is one link to the site's first page, of `domain` where that is known.
bool leads_home(const html::Page& page, std::uint32_t heading,
                const std::optional<std::string>& domain = std::nullopt);

/// The first second-level heading or element called a headline of three words or more that is
/// not aside, for a page without first-level ones. Empty where there is none. O(page).
std::string lesser_heading_of(const html::Page& page);

}  // namespace stemma
