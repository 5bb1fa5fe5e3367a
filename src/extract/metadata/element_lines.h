#pragma once

#include <cstdint>
#include <string>

#include "extract/html/page.h"

namespace stemma {

/// The text of a subtree with a line for each thing that readers see apart: at the borders of
/// blocks, at <br>, after a link, and where an element that begins with a capital is set close to
/// what stands before it ("<b>Ann Lee</b><i>Editor</i>"). Elements of one kind beside one another
/// (`are_set_alike`) are a list, and a comma stands between them. White space is collapsed.
/// O(subtree).
std::string lines_of(const html::Page& page, std::uint32_t node);

/// Whether two elements of one parent are items of a list: of the same tag and class.
bool are_set_alike(const html::Page& page, std::uint32_t a, std::uint32_t b);

}  // namespace stemma
