#include "extract/body/body.h"

#include <array>

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

// The log-odds of every row. Trees are taken one by one, each over several rows at once, so that
// the waits of one descent are filled by the others; every row's sum has the order of the trees.
template <std::size_t Roots, std::size_t Nodes>
std::vector<double> log_odds(float base, const std::uint16_t (&roots)[Roots],
                             const TreeNode (&nodes)[Nodes], const FeatureTable& table) {
  constexpr std::size_t kAtOnce = 8;
  std::vector<double> sums(table.rows(), static_cast<double>(base));
  for (const std::uint16_t root : roots) {
    std::size_t row = 0;
    for (; row + kAtOnce <= sums.size(); row += kAtOnce) {
      std::array<std::uint16_t, kAtOnce> at;
      at.fill(root);
      for (bool more = true; more;) {
        more = false;
        for (std::size_t k = 0; k < kAtOnce; ++k) {
          const TreeNode& node = nodes[at[k]];
          if (node.feature < 0) continue;
          at[k] = table.row(row + k)[node.feature] <= node.value ? node.left : node.right;
          more = true;
        }
      }
      for (std::size_t k = 0; k < kAtOnce; ++k) {
        sums[row + k] += static_cast<double>(nodes[at[k]].value);
      }
    }
    for (; row < sums.size(); ++row) {
      std::uint16_t at = root;
      while (nodes[at].feature >= 0) {
        const TreeNode& node = nodes[at];
        at = table.row(row)[node.feature] <= node.value ? node.left : node.right;
      }
      sums[row] += static_cast<double>(nodes[at].value);
    }
  }
  return sums;
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
  const std::vector<double> odds = log_odds(kBodyBase, kBodyRoots, kBodyNodes, table);
  for (std::size_t i = 0; i < odds.size(); ++i) {
    if (odds[i] > kTaken) body.blocks.push_back(static_cast<std::uint32_t>(i));
  }
  return body;
}

}  // namespace stemma
