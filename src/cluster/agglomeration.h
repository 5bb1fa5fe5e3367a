#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stemma {

/// How likely two articles are one story. `a` and `b` differ.
struct Link {
  std::uint32_t a = 0, b = 0;
  double probability = 0;
};

/// Joins articles while the mean probability over all pairs of two groups is at least `least`; a
/// pair without a link counts 0 (average-link agglomeration, highest mean first, ties by number).
/// Returns the first article of each one's group. O(links log links).
std::vector<std::uint32_t> agglomerate(std::uint32_t articles, std::span<const Link> links,
                                       double least);

}  // namespace stemma
