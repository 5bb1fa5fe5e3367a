#include "extract/body/labeller.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <numeric>
#include <span>

namespace stemma {
namespace {

/// A node of a boosted tree. A leaf has feature -1 and its value; another node goes left when the
/// feature is at most the value.
struct TreeNode {
  std::int16_t feature;
  std::uint16_t left, right;
  float value;
};

#include <extract/body_weights.inc>  // models/README.md

// A tree of the depth that all have, so that a descent is the same few steps for every line: node n
// has the children 2n + 1 and 2n + 2, and the leaves follow the inner nodes.
struct FullTree {
  static constexpr std::size_t kDepth = 5, kInner = (1U << kDepth) - 1;
  std::array<std::uint16_t, kInner> feature{};
  std::array<float, kInner> threshold{};
  std::array<float, kInner + 1> value{};

  // Copies the tree under nodes[from] to place `to`; a leaf that comes early fills all under it.
  void fill(const TreeNode* nodes, std::size_t from, std::size_t to) {
    const TreeNode& node = nodes[from];
    if (to >= kInner) {
      assert(node.feature < 0);
      value[to - kInner] = node.value;
      return;
    }
    const bool leaf = node.feature < 0;
    feature[to] = leaf ? 0 : static_cast<std::uint16_t>(node.feature);
    threshold[to] = leaf ? 0 : node.value;
    fill(nodes, leaf ? from : node.left, 2 * to + 1);
    fill(nodes, leaf ? from : node.right, 2 * to + 2);
  }
};

std::vector<FullTree> full_trees(std::span<const std::uint16_t> roots, const TreeNode* nodes) {
  std::vector<FullTree> full(roots.size());
  for (std::size_t i = 0; i < full.size(); ++i) full[i].fill(nodes, roots[i], 0);
  return full;
}

// Adds the trees' values to the sums of some rows. Several rows go down each tree at once, so that
// the waits of one descent are filled by the others; every row's sum has the order of the trees.
void add_trees(const std::vector<FullTree>& trees, const FeatureTable& table,
               std::span<const std::uint32_t> rows, std::vector<double>& sums) {
  constexpr std::size_t kAtOnce = 16;
  for (std::size_t first = 0; first < rows.size(); first += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, rows.size() - first);
    // A row that is not there is the first one again, so that the loops have one length.
    std::array<const float*, kAtOnce> seen;
    std::array<double, kAtOnce> sum{};
    for (std::size_t k = 0; k < kAtOnce; ++k) {
      seen[k] = table.row(rows[first + (k < count ? k : 0)]);
      sum[k] = sums[rows[first + (k < count ? k : 0)]];
    }
    for (const FullTree& tree : trees) {
      std::array<std::uint32_t, kAtOnce> at{};
      for (std::size_t step = 0; step < FullTree::kDepth; ++step) {
        for (std::size_t k = 0; k < kAtOnce; ++k) {
          at[k] = 2 * at[k] + 1 + (seen[k][tree.feature[at[k]]] > tree.threshold[at[k]] ? 1 : 0);
        }
      }
      for (std::size_t k = 0; k < kAtOnce; ++k) {
        sum[k] += static_cast<double>(tree.value[at[k] - FullTree::kInner]);
      }
    }
    for (std::size_t k = 0; k < count; ++k) sums[rows[first + k]] = sum[k];
  }
}

}  // namespace

std::vector<double> log_odds(const FeatureTable& table) {
  static const std::vector<FullTree> first = full_trees(kBodyFirstRoots, kBodyFirstNodes);
  static const std::vector<FullTree> others = full_trees(kBodyOthersRoots, kBodyOthersNodes);
  constexpr std::uint32_t kTogether = 32;  // rows that stay in the cache while all trees see them
  std::vector<double> sums(table.rows());
  std::vector<std::uint32_t> rows;
  for (std::uint32_t begin = 0; begin < sums.size(); begin += kTogether) {
    const auto end = std::min(begin + kTogether, static_cast<std::uint32_t>(sums.size()));
    rows.resize(end - begin);
    std::iota(rows.begin(), rows.end(), begin);
    add_trees(first, table, rows, sums);
    std::erase_if(rows, [&](std::uint32_t row) {
      if (sums[row] > kBodyHopeless) return false;
      sums[row] = kBodyHopelessOdds;
      return true;
    });
    add_trees(others, table, rows, sums);
    for (const std::uint32_t row : rows) sums[row] /= kBodyEnsembles;
  }
  return sums;
}

}  // namespace stemma
