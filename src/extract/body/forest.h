#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace stemma {

/// A node of a boosted tree. A leaf has feature -1 and its value; another node goes left when the
/// feature is at most the value.
struct TreeNode {
  std::int16_t feature;
  std::uint16_t left, right;
  float value;
};

/// Trees that are asked of a group of rows at once. Their nodes are seen in any order (QuickScorer:
/// Lucchese and others, SIGIR 2015): a tree's leaves are numbered from the left; a node at which a
/// row goes right takes the leaves under its left side from those that the row can end in, and of
/// those that are left after all nodes the row ends in the first.
class Forest {
 public:
  static constexpr std::size_t kRows = 16;  ///< of a group
  using Sums = std::array<double, kRows>;

  Forest(std::span<const std::uint16_t> roots, const TreeNode* nodes);

  /// Adds the trees' values for each row of a group, of which row i has feature f at f * kRows + i.
  /// Every row's sum has the order of the trees: the same on every machine. O(nodes).
  void add_to(Sums& sums, const float* group) const;

  // What the kernels see.
  static constexpr std::size_t kMostLeaves = 32;
  struct Node {
    std::uint32_t feature;
    float threshold;
    std::uint32_t left;  // the leaves under its left side, a bit each
  };
  struct Tree {
    std::size_t end = 0;  // of its nodes
    std::array<float, kMostLeaves> values{};
  };

 private:
  std::size_t add(const TreeNode* nodes, std::size_t at, std::size_t leaf);

  std::vector<Node> nodes_;  // tree by tree
  std::vector<Tree> trees_;
};

}  // namespace stemma
