#pragma once

#include <span>
#include <vector>

#include "collate/pairing.h"
#include "collate/story_view.h"
#include "collate/units.h"
#include "model/collation.h"

namespace stemma {

/// Facts that the reports, or one report in two places, tell with values: numbers, times and names.
/// Values are linked when their clauses are one claim, or their sentences are alike and they count
/// the same thing; each group is one variant with its readings. Only what two articles tell, or
/// what is told differently, is a variant. `groups` are the claims' units.
std::vector<Variant> find_variants(const StoryView& story, std::span<const Unit> units,
                                   const std::vector<std::vector<Index>>& groups,
                                   const Pairing& pairing);

}  // namespace stemma
