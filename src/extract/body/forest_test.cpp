#include "extract/body/forest.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace stemma {
namespace {

constexpr std::uint32_t kFeatures = 9;

// Adds a random tree in the order of its nodes from above and from the left; gives its root.
std::uint16_t add_tree(std::vector<TreeNode>& nodes, int depth, std::mt19937& random) {
  const auto at = static_cast<std::uint16_t>(nodes.size());
  const float value = static_cast<float>(random() % 2000) / 1000 - 1;
  nodes.push_back({-1, 0, 0, value});
  if (depth == 0 || random() % 5 == 0) return at;
  const auto feature = static_cast<std::int16_t>(random() % kFeatures);
  const std::uint16_t left = add_tree(nodes, depth - 1, random);
  const std::uint16_t right = add_tree(nodes, depth - 1, random);
  nodes[at] = {feature, left, right, value};
  return at;
}

float descend(const std::vector<TreeNode>& nodes, std::size_t at, std::size_t row,
              const std::vector<float>& group) {
  while (nodes[at].feature >= 0) {
    const auto feature = static_cast<std::size_t>(nodes[at].feature);
    at = group[feature * Forest::kRows + row] <= nodes[at].value ? nodes[at].left : nodes[at].right;
  }
  return nodes[at].value;
}

TEST(Forest, GivesWhatADescentOfEachTreeGives) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<TreeNode> nodes;
    std::vector<std::uint16_t> roots;
    for (int tree = 0; tree < 20; ++tree) roots.push_back(add_tree(nodes, 5, random));
    std::vector<float> group(kFeatures * Forest::kRows);
    for (float& value : group) value = static_cast<float>(random() % 2000) / 1000 - 1;
    Forest::Sums sums{}, expected{};
    Forest(roots, nodes.data()).add_to(sums, group.data());
    for (const std::uint16_t root : roots) {
      for (std::size_t row = 0; row < Forest::kRows; ++row) {
        expected[row] += static_cast<double>(descend(nodes, root, row, group));
      }
    }
    EXPECT_EQ(sums, expected);
  }
}

TEST(Forest, AValueAtTheThresholdGoesLeft) {
  const std::vector<TreeNode> nodes{{0, 1, 2, 0.5F}, {-1, 0, 0, 1}, {-1, 0, 0, 2}};
  const std::vector<std::uint16_t> roots{0};
  std::vector<float> group(Forest::kRows, 0.5F);
  group[3] = 0.75F;
  Forest::Sums sums{};
  Forest(roots, nodes.data()).add_to(sums, group.data());
  EXPECT_EQ(sums[0], 1);
  EXPECT_EQ(sums[3], 2);
}

}  // namespace
}  // namespace stemma
