#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html/page.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"
#include "model/article.h"

namespace stemma {

/// When an article was published and changed, with everything that speaks for it.
struct PublicationDates {
  std::optional<Said<std::string>> published;
  std::optional<Said<std::string>> modified;
  std::vector<DateEvidence> evidence;  ///< every candidate for `published`, the best founded first
};

/// Weighs linked data, meta elements, marked-up times, dated lines near the headline and the
/// address. A candidate that cannot be is kept as doubtful and not used: after the day on which the
/// page was `received` or after `modified`, each by more than a day; no day of 1990 to 2100. One
/// whose day and month may stand in either order, where nothing tells, is used and doubtful, and so
/// is a day of modification where the page has no other.
PublicationDates dates_of(const html::Page& page, const Head& head, const LinkedData& data,
                          const std::optional<std::string>& url, std::string_view received = {});

}  // namespace stemma
