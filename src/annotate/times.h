#pragma once

#include <vector>

#include "model/annotations.h"

namespace stemma {

/// Finds time expressions and resolves them against the publication day and the text before them.
std::vector<Time> find_times(const Article& article, const Annotations& annotations);

}  // namespace stemma
