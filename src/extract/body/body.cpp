#include "extract/body/body.h"

#include <algorithm>

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

#include "extract/body/weights.inc"

// Log-odds above which a line is taken: below zero, since a lost paragraph costs a reader more than
// a line too many (and F1 by site is best there: tools/extract_train/README.md).
constexpr double kTaken = -0.5;

template <std::size_t Roots, std::size_t Nodes>
double log_odds(float base, const std::uint16_t (&roots)[Roots], const TreeNode (&nodes)[Nodes],
                const float* row) {
  double sum = static_cast<double>(base);
  for (const std::uint16_t root : roots) {
    std::uint16_t at = root;
    while (nodes[at].feature >= 0) {
      const TreeNode& node = nodes[at];
      at = row[node.feature] <= node.value ? node.left : node.right;
    }
    sum += static_cast<double>(nodes[at].value);
  }
  return sum;
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
  for (std::size_t i = 0; i < table.rows(); ++i) {
    if (log_odds(kBodyBase, kBodyRoots, kBodyNodes, table.row(i)) > kTaken) {
      body.blocks.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return body;
}

}  // namespace stemma
