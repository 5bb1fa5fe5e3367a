#pragma once

#include <span>
#include <vector>

#include "collate/pairing.h"
#include "collate/story_view.h"
#include "collate/units.h"
#include "model/collation.h"

namespace stemma {

/// The claim that a group of units states: its mentions, and the clearest wording. A mention shows
/// its whole sentence, with the clause in focus. Origins and status are not set here.
CollatedClaim claim_of(const StoryView& story, std::span<const Unit> units,
                       std::span<const Index> group);

}  // namespace stemma
