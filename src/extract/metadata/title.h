#pragma once

#include <string>
#include <string_view>

#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"

namespace stemma {

/// The page's headline by a vote of its h1 elements, Open Graph, linked data and <title>: the h1
/// that the others confirm, else the shortest of the others without the site's name. May be empty.
std::string choose_title(const Head& head, const LinkedData& data);

/// A title without the site's name before or after it: "Dam holds | The Gazette" → "Dam holds".
/// `site` may be empty; then only a short last part behind a bar is taken for one.
std::string without_site(std::string_view title, std::string_view site);

}  // namespace stemma
