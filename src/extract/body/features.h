#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/body/blocks.h"

namespace stemma {

/// What the page says of itself elsewhere: witnesses for which lines are the article.
struct Witness {
  std::string_view title;
  std::string_view description;
  std::string_view body;  ///< JSON-LD articleBody
};

/// One row of numbers a block, for the block labeller. Row-major; every row has the same columns.
struct FeatureTable {
  std::size_t columns = 0;
  std::vector<float> values;
  std::vector<bool> is_consent;  ///< of each row: a line of a dialog about cookies

  std::size_t rows() const { return columns == 0 ? 0 : values.size() / columns; }
  const float* row(std::size_t i) const { return values.data() + i * columns; }
};

/// What can be seen of each block: its text, its place, its neighbours, the page's witnesses.
FeatureTable features_of(const html::Page& page, const Blocks& blocks, const Witness& witness);

}  // namespace stemma
