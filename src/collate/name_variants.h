#pragma once

#include <vector>

#include "collate/story_view.h"
#include "model/collation.h"

namespace stemma {

/// Names that two articles spell in two ways: one or two letters apart, or with and without "Jr.".
std::vector<Variant> find_name_variants(const StoryView& story);

}  // namespace stemma
