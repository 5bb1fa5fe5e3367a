#include "extract/body/forest.h"

#include <bit>
#include <cassert>

// Built for AVX-512, AVX2, NEON and the baseline of the machine.
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "extract/body/forest.cpp"
#include "hwy/foreach_target.h"  // must come before highway.h
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace stemma {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

void add_trees(std::span<const Forest::Node> nodes, std::span<const Forest::Tree> trees,
               const float* HWY_RESTRICT group, double* HWY_RESTRICT sums) {
  const hn::CappedTag<float, Forest::kRows> values;
  const hn::RebindToUnsigned<decltype(values)> bits;
  const Forest::Node* begin = nodes.data();
  for (const Forest::Tree& tree : trees) {
    const Forest::Node* const end = nodes.data() + tree.end;
    std::uint32_t left[Forest::kRows];
    for (std::size_t row = 0; row < Forest::kRows; row += hn::Lanes(values)) {
      auto leaves = hn::Set(bits, ~std::uint32_t{0});
      for (const Forest::Node* node = begin; node != end; ++node) {
        const auto features = hn::LoadU(values, group + node->feature * Forest::kRows + row);
        const auto goes_right = hn::Gt(features, hn::Set(values, node->threshold));
        const auto lost =
            hn::IfThenElseZero(hn::RebindMask(bits, goes_right), hn::Set(bits, node->left));
        leaves = hn::AndNot(lost, leaves);
      }
      hn::StoreU(leaves, bits, left + row);
    }
    for (std::size_t row = 0; row < Forest::kRows; ++row) {
      const int leaf = std::countr_zero(left[row]);
      sums[row] += static_cast<double>(tree.values[static_cast<std::size_t>(leaf)]);
    }
    begin = end;
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace stemma
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace stemma {

HWY_EXPORT(add_trees);

Forest::Forest(std::span<const std::uint16_t> roots, const TreeNode* nodes) {
  for (const std::uint16_t root : roots) {
    trees_.emplace_back();
    add(nodes, root, 0);
    trees_.back().end = nodes_.size();
  }
}

// Adds what is under a node, its leaves numbered from `leaf`; gives the number behind them.
std::size_t Forest::add(const TreeNode* nodes, std::size_t at, std::size_t leaf) {
  const TreeNode& node = nodes[at];
  if (node.feature < 0) {
    assert(leaf < kMostLeaves);
    trees_.back().values[leaf] = node.value;
    return leaf + 1;
  }
  const std::size_t behind_left = add(nodes, node.left, leaf);
  const auto left = (std::uint64_t{1} << behind_left) - (std::uint64_t{1} << leaf);
  nodes_.push_back(
      {static_cast<std::uint32_t>(node.feature), node.value, static_cast<std::uint32_t>(left)});
  return add(nodes, node.right, behind_left);
}

void Forest::add_to(Sums& sums, const float* group) const {
  HWY_DYNAMIC_DISPATCH(add_trees)(nodes_, trees_, group, sums.data());
}

}  // namespace stemma
#endif
