#pragma once

#include <string_view>

#include "extract/body/blocks.h"
#include "extract/body/body.h"
#include "extract/html/page.h"
#include "extract/metadata/head.h"

namespace stemma {

/// What a page is where it is plainly no article: "an error page", "a check for robots", "a log-in
/// page", "a request for consent", "a list of links"; else empty. Told from what its title, its
/// first heading and its few words say of it, so that an article about such pages is one.
std::string_view other_kind_of(const html::Page& page, const Head& head, const Blocks& blocks,
                               const Body& body);

}  // namespace stemma
