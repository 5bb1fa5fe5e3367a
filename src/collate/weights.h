#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace stemma {

/// Weights of a logistic regression over N features that are not standardized.
template <std::size_t N>
struct Regression {
  std::array<double, N> weights{};
  double bias = 0;

  double log_odds(const std::array<double, N>& features) const {
    double sum = bias;
    for (std::size_t i = 0; i < N; ++i) sum += weights[i] * features[i];
    return sum;
  }
};

inline double probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

inline constexpr std::size_t kSentenceFeatures = 10;
inline constexpr std::size_t kClauseFeatures = 22;
inline constexpr std::size_t kSlotFeatures = 16;

/// Everything that was fitted on the development stories (tools/collate_train).
struct Weights {
  Regression<kSentenceFeatures> sentence{};
  Regression<kClauseFeatures> clause{};
  Regression<kSlotFeatures> number{}, time{};
  double claim_link = 0.22;  ///< average probability at which clauses are one claim
  double number_link = 0.2, time_link = 0.3;     ///< … at which values are one variant
  double number_split = 0.4, time_split = 0.45;  ///< … when they cannot all hold
  double conflict = 0.6;  ///< … of some pair that cannot, for the variant to be a conflict
};

/// The weights that ship: weights.inc.
const Weights& fitted_weights();

}  // namespace stemma
