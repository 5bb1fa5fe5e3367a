#pragma once

#include <span>
#include <vector>

#include "fingerprint/alignment.h"
#include "model/article.h"
#include "model/reuse.h"

namespace stemma {

/// The words of an article as they are compared. Words of its furniture are kNoWord.
std::vector<WordId> comparable_words(const Article& article);

/// Of the alignments of two articles those that are shared passages: twelve words outside quotation
/// marks in one run, or nearly in one; where there are many half-equal stretches, these too (a
/// rewritten report).
std::vector<Alignment> choose_passages(std::vector<Alignment> alignments);

/// Two articles, and the words of the longer one without its page furniture.
struct PairOfArticles {
  const Article& a;
  const Article& b;
  std::uint32_t words = 0;
};

/// The alignments as passages of the two texts, with kind, similarity and direction; `a` and `b` of
/// the passages are not set.
std::vector<SharedPassage> passages_of(const PairOfArticles& pair,
                                       std::span<const Alignment> alignments);

}  // namespace stemma
