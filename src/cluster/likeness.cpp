#include "cluster/likeness.h"

#include <algorithm>
#include <cmath>

namespace stemma {
namespace {

#include "cluster/weights.inc"

constexpr double kDay = 86400;

template <std::size_t n>
double weigh(const std::array<double, n>& values, const std::array<double, n>& weights,
             double bias) {
  double sum = bias;
  for (std::size_t i = 0; i < n; ++i) sum += values[i] * weights[i];
  return sum;
}

// Calls `take` with the places of every number that two sorted lists share. Without branches that
// depend on the numbers, but for the call.
template <class Take>
void for_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                Take take) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const std::uint32_t x = a[i], y = b[j];
    if (x == y) take(i, j);
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
}

std::size_t count_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t common = 0;
  for_common(a, b, [&](std::size_t, std::size_t) { ++common; });
  return common;
}

}  // namespace

double cosine_of(const ArticleVector& a, const ArticleVector& b) {
  float dot = 0;
  for_common(a.terms, b.terms, [&](std::size_t i, std::size_t j) {
    dot += a.weights[i][whole] * b.weights[j][whole];
  });
  return double{dot};
}

Likeness likeness(const ArticleVector& a, const ArticleVector& b) {
  Weights dots{};
  for_common(a.terms, b.terms, [&](std::size_t i, std::size_t j) {
    for (std::size_t f = 0; f < fields; ++f) dots[f] += a.weights[i][f] * b.weights[j][f];
  });
  Likeness out;
  const float lengths = a.number_length * b.number_length;
  out.value[Likeness::cosine] = double{dots[whole]};
  out.value[Likeness::titles] = double{dots[title]};
  out.value[Likeness::leads] = double{dots[lead]};
  out.value[Likeness::rests] = double{dots[rest]};
  out.value[Likeness::figures] = lengths > 0 ? double{dots[numbers] / lengths} : 0;
  out.value[Likeness::passages] = std::log1p(static_cast<double>(count_common(a.prints, b.prints)));
  if (a.seconds && b.seconds) {
    out.value[Likeness::days] =
        std::abs(static_cast<double>(*a.seconds) - static_cast<double>(*b.seconds)) / kDay;
  } else {
    out.value[Likeness::undated] = 1;
  }
  return out;
}

double pair_score(const Likeness& likeness) {
  return weigh(likeness.value, kPairWeights, kPairBias);
}

double probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

double join_score(const JoinEvidence& evidence) {
  return evidence.dated ? weigh(evidence.value, kDatedJoinWeights, kDatedJoinBias)
                        : weigh(evidence.value, kUndatedJoinWeights, kUndatedJoinBias);
}

}  // namespace stemma
