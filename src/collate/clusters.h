#pragma once

#include <span>
#include <vector>

#include "collate/pairing.h"

namespace stemma {

/// Groups of a list by average link (UPGMA; Sokal and Michener 1958): the two groups whose members
/// are most alike on average are joined until no average reaches `least`. A pair that is not in
/// the table counts as not alike. Ties go to the groups that come first. Every member is in one
/// group; groups and their members ascend. O(pairs · log pairs) for sparse tables.
std::vector<std::vector<Index>> average_link(const PairTable& table,
                                             std::span<const double> likeness, double least);

}  // namespace stemma
