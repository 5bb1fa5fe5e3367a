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

std::size_t count_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t i = 0, j = 0, common = 0;
  while (i < a.size() && j < b.size()) {
    common += a[i] == b[j] ? 1 : 0;
    const bool first = a[i] <= b[j];
    j += a[i] >= b[j] ? 1 : 0;
    i += first ? 1 : 0;
  }
  return common;
}

}  // namespace

Likeness likeness(const ArticleVector& a, const ArticleVector& b) {
  std::array<float, 4> dots{};
  float numbers = 0;
  for (auto x = a.terms.begin(), y = b.terms.begin(); x != a.terms.end() && y != b.terms.end();) {
    if (x->term < y->term) {
      ++x;
    } else if (y->term < x->term) {
      ++y;
    } else {
      for (std::size_t f = 0; f < dots.size(); ++f) dots[f] += x->weight[f] * y->weight[f];
      if (x->is_number) numbers += x->weight[whole] * y->weight[whole];
      ++x;
      ++y;
    }
  }
  Likeness out;
  const float lengths = a.number_length * b.number_length;
  out.value[Likeness::cosine] = double{dots[whole]};
  out.value[Likeness::titles] = double{dots[title]};
  out.value[Likeness::leads] = double{dots[lead]};
  out.value[Likeness::rests] = double{dots[rest]};
  out.value[Likeness::numbers] = lengths > 0 ? double{numbers / lengths} : 0;
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

double join_score(const JoinEvidence& evidence) {
  return evidence.dated ? weigh(evidence.value, kDatedJoinWeights, kDatedJoinBias)
                        : weigh(evidence.value, kUndatedJoinWeights, kUndatedJoinBias);
}

}  // namespace stemma
