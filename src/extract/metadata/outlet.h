#pragma once

#include <optional>
#include <string>

#include "extract/html/page.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"

namespace stemma {

/// Registrable domain of whoever published the page: of the address it was got from when that is
/// known, of the addresses it states, of the page's other forms (a feed, a short address), of most
/// of its links, or of its publisher; else the name it gives its site.
std::optional<Said<std::string>> outlet_of(const html::Page& page, const Head& head,
                                           const LinkedData& data,
                                           const std::optional<std::string>& url);

/// The outlet's name as the page prints it.
std::optional<Said<std::string>> outlet_name_of(const Head& head, const LinkedData& data);

}  // namespace stemma
