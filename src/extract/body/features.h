#pragma once

#include <cstddef>
#include <functional>
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

/// The rows of numbers of some blocks that follow one another, one row a block, for the block
/// labeller. They lie column by column, so that a column is one vector; a group with fewer rows is
/// filled up with what was there.
struct FeatureGroup {
  static constexpr std::size_t kRows = 16;

  std::size_t first = 0;  ///< the first row's block
  std::size_t rows = 0;
  std::vector<float> values;  ///< of row i in column c at c * kRows + i

  std::size_t columns() const { return values.size() / kRows; }
};

/// Shows what can be seen of each block, its text, its place, its neighbours, the page's witnesses,
/// to `see`, group by group in order: a page's rows together are more than a cache holds. Returns
/// of each block whether it is not the article's, whatever the labeller says.
std::vector<bool> features_of(const html::Page& page, const Blocks& blocks, const Witness& witness,
                              const std::function<void(const FeatureGroup&)>& see);

}  // namespace stemma
