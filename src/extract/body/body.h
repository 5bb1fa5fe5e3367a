#pragma once

#include <string>
#include <vector>

#include "extract/body/blocks.h"
#include "extract/body/features.h"
#include "extract/html/parser.h"
#include "extract/metadata/linked_data.h"

namespace stemma {

/// The article's lines among a page's blocks.
struct Body {
  std::vector<std::uint32_t> blocks;  ///< indices into Blocks::items, in order
};

/// Chooses the lines of the article by a label for each (labeller.h). May be empty. O(blocks).
Body choose_body(const html::Page& page, const Blocks& blocks, const Witness& witness);

/// The title as the page's head has it, for telling which lines repeat it.
std::string witness_title(const html::Page& page, const LinkedData& data);

}  // namespace stemma
