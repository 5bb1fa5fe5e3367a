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

/// One row of numbers a block, for the block labeller; every row has the same columns. Rows lie in
/// groups, a group column by column, so that a column of a group's rows is one vector; the last
/// group is filled up with zeros.
struct FeatureTable {
  static constexpr std::size_t kGroup = 16;  ///< rows

  std::size_t rows = 0, columns = 0;
  std::vector<float> values;
  std::vector<bool> is_furniture;  ///< of each row: whatever the labeller says, not the article's

  /// The row's first value; its others follow kGroup apart.
  const float* row(std::size_t i) const {
    return values.data() + i / kGroup * kGroup * columns + i % kGroup;
  }
};

/// What can be seen of each block: its text, its place, its neighbours, the page's witnesses.
FeatureTable features_of(const html::Page& page, const Blocks& blocks, const Witness& witness);

}  // namespace stemma
