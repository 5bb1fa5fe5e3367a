#pragma once

#include <span>
#include <vector>

#include "collate/story_times.h"
#include "collate/story_view.h"
#include "model/collation.h"

namespace stemma {

/// The dated events of the story in order: every expression that fixes a day, a month or a year,
/// with the claim that it dates. Expressions of one time and claim are one entry. What is only
/// partly known ("XXXX-10", October) stands after what is known.
std::vector<TimelineEntry> order_events(const StoryView& story,
                                        const std::vector<std::vector<StoryTime>>& times,
                                        std::span<const CollatedClaim> claims);

}  // namespace stemma
