#include "extract/body/labeller.h"

#include <utility>

#include "extract/body/forest.h"

namespace stemma {
namespace {

#include <extract/body_weights.inc>  // models/README.md

static_assert(Forest::kRows == FeatureGroup::kRows);

}  // namespace

void Labeller::see(const FeatureGroup& group) {
  static const Forest first(kBodyFirstRoots, kBodyFirstNodes);
  Forest::Sums sums{};
  first.add_to(sums, group.values.data());
  hopeful_.values.resize(group.values.size());
  for (std::size_t i = 0; i < group.rows; ++i) {
    odds_.push_back(kBodyHopelessOdds);
    if (sums[i] <= kBodyHopeless) continue;
    const std::size_t to = hopeful_.rows++;
    for (std::size_t at = 0; at < group.values.size(); at += FeatureGroup::kRows) {
      hopeful_.values[at + to] = group.values[at + i];
    }
    row_[to] = group.first + i;
    sums_[to] = sums[i];
    if (hopeful_.rows == FeatureGroup::kRows) see_hopeful();
  }
}

void Labeller::see_hopeful() {
  static const Forest others(kBodyOthersRoots, kBodyOthersNodes);
  others.add_to(sums_, hopeful_.values.data());
  for (std::size_t i = 0; i < hopeful_.rows; ++i) odds_[row_[i]] = sums_[i] / kBodyEnsembles;
  hopeful_.rows = 0;
}

std::vector<double> Labeller::log_odds() {
  if (hopeful_.rows > 0) see_hopeful();
  return std::move(odds_);
}

}  // namespace stemma
