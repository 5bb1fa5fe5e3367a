#include "extract/body/body.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/text.h"

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

// Log-odds above which a line is taken: below zero, since a lost paragraph costs a reader more than
// a line too many (and F1 by site is best there: tools/extract_train/README.md).
constexpr double kTaken = -0.2;

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

const std::vector<FullTree>& body_trees() {
  static const std::vector<FullTree> trees = [] {
    std::vector<FullTree> full(std::size(kBodyRoots));
    for (std::size_t i = 0; i < full.size(); ++i) full[i].fill(kBodyNodes, kBodyRoots[i], 0);
    return full;
  }();
  return trees;
}

// The log-odds of every row. Trees are taken one by one, each over several rows at once, so that
// the waits of one descent are filled by the others; every row's sum has the order of the trees.
std::vector<double> log_odds(const FeatureTable& table) {
  constexpr std::size_t kAtOnce = 8;
  std::vector<double> sums(table.rows(), static_cast<double>(kBodyBase));
  for (const FullTree& tree : body_trees()) {
    for (std::size_t first = 0; first < sums.size(); first += kAtOnce) {
      const std::size_t rows = std::min(kAtOnce, sums.size() - first);
      std::array<std::size_t, kAtOnce> at{};
      for (std::size_t step = 0; step < FullTree::kDepth; ++step) {
        for (std::size_t k = 0; k < rows; ++k) {
          const float seen = table.row(first + k)[tree.feature[at[k]]];
          at[k] = 2 * at[k] + 1 + (seen > tree.threshold[at[k]] ? 1 : 0);
        }
      }
      for (std::size_t k = 0; k < rows; ++k) {
        sums[first + k] += static_cast<double>(tree.value[at[k] - FullTree::kInner]);
      }
    }
  }
  return sums;
}

// Where no line is sure enough the likeliest are taken, unless none is likely at all.
double least_odds(const std::vector<double>& odds) {
  constexpr double kUnlikely = -2.5, kNearBest = 1;
  const double most = odds.empty() ? kUnlikely : *std::max_element(odds.begin(), odds.end());
  return most > kTaken ? kTaken : std::max(kUnlikely, most - kNearBest);
}

using html::Attribute;
using html::Tag;

}  // namespace

std::string witness_title(const html::Page& page, const LinkedData& data) {
  std::string title = data.headline;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    const html::Node& node = page.nodes[i];
    if (node.tag == Tag::title) {
      title += ' ' + html::text_of(page, i);
      i = node.end - 1;
    } else if (node.tag == Tag::meta && page.attribute(i, Attribute::property) == "og:title") {
      title += ' ';
      title += page.attribute(i, Attribute::content);
    }
  }
  return title;
}

Body choose_body(const html::Page& page, const Blocks& blocks, const Witness& witness) {
  const FeatureTable table = features_of(page, blocks, witness);
  Body body;
  const std::vector<double> odds = log_odds(table);
  const double taken = least_odds(odds);
  for (std::size_t i = 0; i < odds.size(); ++i) {
    if (odds[i] > taken && !table.is_consent[i])
      body.blocks.push_back(static_cast<std::uint32_t>(i));
  }
  return body;
}

}  // namespace stemma
