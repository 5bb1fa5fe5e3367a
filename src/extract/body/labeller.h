#pragma once

#include <vector>

#include "extract/body/features.h"

namespace stemma {

/// The log odds that each row's line is the article's: the mean of a few ensembles of small boosted
/// trees (Friedman 2001; models/extract/body_weights.inc). A line that the first trees leave no
/// hope sees no other. O(rows).
std::vector<double> log_odds(const FeatureTable& table);

}  // namespace stemma
