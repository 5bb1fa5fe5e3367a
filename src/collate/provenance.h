#pragma once

#include <span>
#include <vector>

#include "collate/story_view.h"
#include "model/collation.h"
#include "model/reuse.h"

namespace stemma {

/// Who took what from whom: outlets that an article names as sources, articles whose text another
/// holds, and articles of one outlet. Each edge has the words it rests on.
std::vector<ProvenanceEdge> trace_provenance(const StoryView& story,
                                             std::span<const SharedPassage> shared);

/// Publication days that the text, or the story as a whole, speaks against.
std::vector<DoubtfulDate> doubt_dates(const StoryView& story);

}  // namespace stemma
