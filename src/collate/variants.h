#pragma once

#include <span>
#include <vector>

#include "collate/pairing.h"
#include "collate/story_times.h"
#include "collate/story_view.h"
#include "collate/units.h"
#include "collate/weights.h"
#include "model/collation.h"

namespace stemma {

/// Facts that the reports, or one report in two places, tell with values: numbers, times and names.
/// Only what two articles tell, or what is told differently, is a variant; those that cannot all
/// hold come first.
std::vector<Variant> find_variants(const StoryView& story, std::span<const Unit> units,
                                   const Pairing& pairing,
                                   const std::vector<std::vector<Index>>& groups,
                                   const std::vector<std::vector<StoryTime>>& times,
                                   std::span<const DoubtfulDate> doubts, const Weights& weights);

}  // namespace stemma
