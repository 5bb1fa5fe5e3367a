#include "extract/body/body.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "extract/body/labeller.h"

namespace stemma {
namespace {

// Log-odds above which a line is taken: below zero, since a lost paragraph costs a reader more than
// a line too many (and F1 by site is best there: tools/extract_train/README.md).
constexpr double kTaken = -0.2;

// Where no line is sure enough the likeliest are taken, unless none is likely at all.
double least_odds(const std::vector<double>& odds) {
  constexpr double kUnlikely = -2.5, kNearBest = 1;
  const double most = odds.empty() ? kUnlikely : *std::max_element(odds.begin(), odds.end());
  return most > kTaken ? kTaken : std::max(kUnlikely, most - kNearBest);
}

// Leaves out what a page repeats for another layout: a paragraph right after itself, and a stretch
// of lines that stood before in the same order. One line that comes again, as in lists and
// interviews, is the writer's.
std::vector<std::uint32_t> without_copies(const Blocks& blocks,
                                          const std::vector<std::uint32_t>& taken) {
  constexpr std::uint32_t kFewestWords = 8, kStretchWords = 60;
  constexpr std::size_t kStretch = 3;
  std::unordered_map<std::string_view, std::size_t> places;
  std::vector<std::size_t> before;  // where each line stood first
  for (std::size_t i = 0; i < taken.size(); ++i) {
    before.push_back(places.emplace(blocks.of(blocks.items[taken[i]]), i).first->second);
  }
  const auto words = [&](std::size_t i) { return blocks.items[taken[i]].counts.words; };
  std::vector<std::uint32_t> kept;
  for (std::size_t i = 0; i < taken.size();) {
    std::size_t lines = 0, all_words = 0;
    while (before[i] < i && i + lines < taken.size() && before[i + lines] == before[i] + lines &&
           before[i] + lines < i) {
      all_words += words(i + lines++);
    }
    if (lines >= kStretch && all_words >= kStretchWords) {
      i += lines;
      continue;
    }
    const bool follows_itself = i > 0 && before[i] == before[i - 1] && words(i) >= kFewestWords;
    if (!follows_itself) kept.push_back(taken[i]);
    ++i;
  }
  return kept;
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
  Labeller labeller;
  const std::vector<bool> is_furniture =
      features_of(page, blocks, witness, [&](const FeatureGroup& group) { labeller.see(group); });
  const std::vector<double> odds = labeller.log_odds();
  const double least = least_odds(odds);
  std::vector<std::uint32_t> taken;
  for (std::uint32_t i = 0; i < odds.size(); ++i) {
    if (odds[i] > least && !is_furniture[i]) taken.push_back(i);
  }
  return {without_copies(blocks, taken)};
}

}  // namespace stemma
