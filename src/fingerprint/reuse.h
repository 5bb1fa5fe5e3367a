#pragma once

#include <span>
#include <vector>

#include "model/reuse.h"

namespace stemma {

/// Every passage that two of the articles share, sorted by (a, b, place). Quotations and what one
/// outlet repeats on many pages (its furniture) are no reuse. Positions are those in `articles`.
/// Reads text, outlet and publication time only: no language model.
std::vector<SharedPassage> find_shared_passages(std::span<const Article* const> articles);

}  // namespace stemma
