#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/html/page.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"

namespace stemma {

/// The headline as the page shows it: the first-level heading that the page's head agrees with,
/// else the head's own title without the outlet's name. `domain` of the outlet helps to tell that.
std::optional<Said<std::string>> title_of(const html::Page& page, const Head& head,
                                          const LinkedData& data,
                                          const std::optional<std::string>& domain);

/// A page title without the parts that name the outlet: "Coup in Niger | World | The Daily" →
/// "Coup in Niger". `outlet` may be empty.
std::string without_outlet(std::string_view title, std::string_view outlet);

}  // namespace stemma
