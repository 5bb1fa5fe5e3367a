#pragma once

#include <span>
#include <vector>

#include "collate/pairing.h"
#include "collate/sources.h"
#include "collate/story_view.h"
#include "collate/units.h"
#include "model/collation.h"

namespace stemma {

/// Marks claims that the story holds a denial of: a source that rejects what it is quoted on, or a
/// statement of the same with the other polarity. `claims` and `groups` have one order.
void find_disputes(const StoryView& story, const Sources& sources, std::span<const Unit> units,
                   const std::vector<std::vector<Index>>& groups, const Pairing& pairing,
                   std::vector<CollatedClaim>& claims);

}  // namespace stemma
