#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "extract/body/blocks.h"

namespace stemma {

/// Which blocks lie in an element, in O(1): blocks and nodes stand in the same order.
class BlockRanges {
 public:
  BlockRanges(const html::Page& page, const Blocks& blocks) : page_(page) {
    first_at_.reserve(page.nodes.size() + 1);
    std::uint32_t block = 0;
    for (std::uint32_t node = 0; node <= page.nodes.size(); ++node) {
      while (block < blocks.items.size() && blocks.items[block].first < node) ++block;
      first_at_.push_back(block);
    }
  }

  Span in(std::uint32_t node) const { return {first_at_[node], first_at_[page_.nodes[node].end]}; }

 private:
  const html::Page& page_;
  std::vector<std::uint32_t> first_at_;  // blocks that begin before the node
};

/// Sums of one value over any range of blocks, in O(1).
class PrefixSums {
 public:
  template <class Value>
  PrefixSums(std::size_t count, Value value) {
    sums_.reserve(count + 1);
    sums_.push_back(0);
    for (std::size_t i = 0; i < count; ++i) sums_.push_back(sums_.back() + value(i));
  }

  double of(Span blocks) const { return sums_[blocks.end] - sums_[blocks.begin]; }
  /// Around block i: [i + from, i + to), cut at both ends of the page.
  double around(std::size_t i, int from, int to) const {
    const auto last = static_cast<std::int64_t>(sums_.size()) - 1;
    const auto at = static_cast<std::int64_t>(i);
    const std::int64_t begin = std::clamp<std::int64_t>(at + from, 0, last);
    const std::int64_t end = std::clamp<std::int64_t>(at + to, begin, last);
    return sums_[static_cast<std::size_t>(end)] - sums_[static_cast<std::size_t>(begin)];
  }
  double total() const { return sums_.back(); }

 private:
  std::vector<double> sums_;
};

/// The element whose blocks have the largest sum; of equals the deepest. 0 for an empty page.
inline std::uint32_t best_element(const html::Page& page, const BlockRanges& ranges,
                                  const PrefixSums& sums) {
  std::uint32_t best = 0;
  double most = sums.total();
  for (std::uint32_t node = 1; node < page.nodes.size(); ++node) {
    if (html::is_inline(page.nodes[node].tag)) continue;
    const double sum = sums.of(ranges.in(node));
    if (sum >= most) {
      most = sum;
      best = node;
    }
  }
  return best;
}

}  // namespace stemma
