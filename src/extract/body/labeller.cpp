#include "extract/body/labeller.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <cstring>
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

// Trees whose nodes are seen in any order, for a group of rows at once (QuickScorer: Lucchese and
// others, SIGIR 2015). A tree's leaves are numbered from the left; a node at which a row goes right
// takes the leaves under its left side from those that the row can end in, and of those that are
// left after all nodes the row ends in the first.
struct Forest {
  static constexpr std::size_t kMostLeaves = 32;
  using Values = std::array<float, kMostLeaves>;  // of a tree's leaves
  struct Node {
    std::uint32_t column;
    float threshold;
    std::int32_t left;  // the leaves under its left side, a bit each
  };

  std::vector<Node> nodes;        // tree by tree
  std::vector<std::size_t> ends;  // of each tree's nodes
  std::vector<Values> values;     // of each tree

  Forest(std::span<const std::uint16_t> roots, const TreeNode* of_trees) {
    for (const std::uint16_t root : roots) {
      values.emplace_back();
      add(of_trees, root, 0);
      ends.push_back(nodes.size());
    }
  }

 private:
  // Adds what is under the node, its leaves numbered from `leaf`; gives the number behind them.
  std::size_t add(const TreeNode* of_trees, std::size_t at, std::size_t leaf) {
    const TreeNode& node = of_trees[at];
    if (node.feature < 0) {
      assert(leaf < kMostLeaves);
      values.back()[leaf] = node.value;
      return leaf + 1;
    }
    const std::size_t behind_left = add(of_trees, node.left, leaf);
    const auto left = (std::uint64_t{1} << behind_left) - (std::uint64_t{1} << leaf);
    nodes.push_back(
        {static_cast<std::uint32_t>(node.feature), node.value, static_cast<std::int32_t>(left)});
    return add(of_trees, node.right, behind_left);
  }
};

constexpr std::size_t kGroup = FeatureGroup::kRows;
using Sums = std::array<double, kGroup>;

// Some rows of a column, and a number for each: the width that every processor has.
constexpr std::size_t kLanes = 4, kVectors = kGroup / kLanes;
using Floats [[gnu::vector_size(kLanes * sizeof(float))]] = float;
using Bits [[gnu::vector_size(kLanes * sizeof(std::int32_t))]] = std::int32_t;

// Adds the trees' values to the sums of a group; every row's sum has the order of the trees.
void add_trees(const Forest& forest, const FeatureGroup& group, Sums& sums) {
  const Forest::Node* node = forest.nodes.data();
  for (std::size_t tree = 0; tree < forest.ends.size(); ++tree) {
    std::array<Bits, kVectors> leaves;
    leaves.fill(Bits{} - 1);
    for (const auto* const end = forest.nodes.data() + forest.ends[tree]; node != end; ++node) {
      const float* const column = group.values.data() + node->column * kGroup;
      for (std::size_t i = 0; i < kVectors; ++i) {
        Floats rows;
        std::memcpy(&rows, column + i * kLanes, sizeof rows);
        leaves[i] &= ~((rows > node->threshold) & node->left);
      }
    }
    std::array<std::uint32_t, kGroup> left;
    std::memcpy(left.data(), leaves.data(), sizeof left);
    for (std::size_t k = 0; k < kGroup; ++k) {
      const auto leaf = static_cast<std::size_t>(std::countr_zero(left[k]));
      sums[k] += static_cast<double>(forest.values[tree][leaf]);
    }
  }
}

}  // namespace

void Labeller::see(const FeatureGroup& group) {
  static const Forest first(kBodyFirstRoots, kBodyFirstNodes);
  Sums sums{};
  add_trees(first, group, sums);
  hopeful_.values.resize(group.values.size());
  for (std::size_t i = 0; i < group.rows; ++i) {
    odds_.push_back(kBodyHopelessOdds);
    if (sums[i] <= kBodyHopeless) continue;
    const std::size_t to = hopeful_.rows++;
    for (std::size_t at = 0; at < group.values.size(); at += kGroup) {
      hopeful_.values[at + to] = group.values[at + i];
    }
    row_[to] = group.first + i;
    sums_[to] = sums[i];
    if (hopeful_.rows == kGroup) see_hopeful();
  }
}

void Labeller::see_hopeful() {
  static const Forest others(kBodyOthersRoots, kBodyOthersNodes);
  add_trees(others, hopeful_, sums_);
  for (std::size_t i = 0; i < hopeful_.rows; ++i) odds_[row_[i]] = sums_[i] / kBodyEnsembles;
  hopeful_.rows = 0;
}

std::vector<double> Labeller::log_odds() {
  if (hopeful_.rows > 0) see_hopeful();
  return std::move(odds_);
}

}  // namespace stemma
