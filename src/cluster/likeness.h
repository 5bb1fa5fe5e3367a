#pragma once

#include <array>

#include "cluster/article_vector.h"

namespace stemma {

/// How alike two articles are, one number a kind of evidence.
struct Likeness {
  enum Feature : std::size_t {
    cosine,
    titles,
    leads,
    rests,
    figures,
    passages,
    days,
    undated,
    count
  };
  std::array<double, count> value{};
};

/// The cosine of two articles' whole vectors. O(terms).
double cosine_of(const ArticleVector& a, const ArticleVector& b);

/// Compares two articles. O(terms).
Likeness likeness(const ArticleVector& a, const ArticleVector& b);

/// Log odds that two articles so alike tell one story (logistic regression: weights.inc).
double pair_score(const Likeness& likeness);

/// The probability of these odds.
double probability(double log_odds);

/// What speaks for an article to join the story that it fits best.
struct JoinEvidence {
  enum Feature : std::size_t { best, mean, centroid, log_size, margin, days, count };
  std::array<double, count> value{};
  bool dated = false;
};

/// Log odds that the article belongs to the story; joins above 0. Dated and undated streams have
/// weights of their own.
double join_score(const JoinEvidence& evidence);

}  // namespace stemma
