#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "extract/body/features.h"

namespace stemma {

/// The log odds that each row's line is the article's: the mean of a few ensembles of small boosted
/// trees (Friedman 2001; models/extract/body_weights.inc). A line that the first trees leave no
/// hope sees no other. O(rows).
class Labeller {
 public:
  void see(const FeatureGroup& group);
  /// Of all rows seen, in order.
  std::vector<double> log_odds();

 private:
  void see_hopeful();

  std::vector<double> odds_;
  // Rows that are left a hope are brought together to groups of their own.
  FeatureGroup hopeful_;
  std::array<std::size_t, FeatureGroup::kRows> row_{};  // of each hopeful one
  std::array<double, FeatureGroup::kRows> sums_{};      // of what the first trees gave
};

}  // namespace stemma
