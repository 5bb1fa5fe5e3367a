#pragma once

#include <optional>
#include <string>

#include "extract/html/page.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"

namespace stemma {

/// The headline as the page shows it: the first-level heading that the page's head agrees with or
/// the only one there is, else the head's own title without the outlet's name. `domain` of the
/// outlet helps to tell that. O(page).
std::optional<Said<std::string>> title_of(const html::Page& page, const Head& head,
                                          const LinkedData& data,
                                          const std::optional<std::string>& domain);

}  // namespace stemma
