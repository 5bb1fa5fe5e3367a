#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/body/blocks.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"

namespace stemma {

/// The people whom a page names as its authors: from linked data, meta elements, marked links, and
/// the bylines near the start of the article. Job titles, addresses, handles, agencies and the site
/// itself are left out.
std::vector<std::string> read_authors(const Head& head, const LinkedData& data,
                                      const Blocks& blocks, std::size_t first_body_block);

/// The names in a byline: "By Ada Lind and Jo Osei, Science Editor" → Ada Lind, Jo Osei.
std::vector<std::string> names_in_byline(std::string_view byline);

}  // namespace stemma
