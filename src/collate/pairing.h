#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "collate/likeness.h"
#include "collate/weights.h"

namespace stemma {

/// Two of a list that are compared, a < b.
struct Pair {
  Index a = 0, b = 0;
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

/// Sorted pairs with each one's neighbours.
class PairTable {
 public:
  PairTable() : starts_(1, 0) {}
  PairTable(std::size_t size, std::vector<Pair> pairs);

  struct Neighbour {
    Index other = 0, pair = 0;
  };
  const std::vector<Pair>& pairs() const { return pairs_; }
  std::size_t size() const { return starts_.size() - 1; }
  std::span<const Neighbour> of(Index i) const {
    return {neighbours_.data() + starts_[i], neighbours_.data() + starts_[i + 1]};
  }
  Index find(Index a, Index b) const;  ///< place of the pair, or kNone. O(log n).

 private:
  std::vector<Pair> pairs_;
  std::vector<std::size_t> starts_;
  std::vector<Neighbour> neighbours_;  // by owner, then ascending
};

/// How near each pair comes to the best that either side has in the other's group (its article or
/// sentence, say): 1 when both are each other's best. Groups must be runs of the list.
template <class Group>
std::vector<double> ranks(const PairTable& table, const std::vector<double>& base, Group group) {
  std::vector<double> ranks(base.size(), 1);
  for (Index i = 0; i < table.size(); ++i) {
    const auto near = table.of(i);
    for (std::size_t first = 0; first < near.size();) {
      std::size_t last = first;
      double top = 1e-9;
      while (last < near.size() && group(near[last].other) == group(near[first].other)) {
        top = std::max(top, base[near[last++].pair]);
      }
      for (; first < last; ++first) {
        double& rank = ranks[near[first].pair];
        rank = std::min(rank, base[near[first].pair] / top);
      }
    }
  }
  return ranks;
}

/// Sentences that may say the same: each with those that share the rarest words with it, at most
/// kMaxRivals, so that the cost of a large story grows with its size and not with its square.
/// Those that repeat another sentence have none.
inline constexpr std::size_t kMaxRivals = 128;
std::vector<Pair> rivals(std::span<const Traits> traits, std::span<const Index> repeats = {});

/// Of each sentence the one that it repeats word for word, or kNone. Only sentences that many
/// reports copy (more than kFewCopies) repeat another: these are compared once for all.
inline constexpr std::size_t kFewCopies = 8;
std::vector<Index> repeated_sentences(const StoryView& story);

/// Whether what was compared is kept beside what came of it: for fitting only, it is large.
enum class Features : std::uint8_t { dropped, kept };

/// Sentences and clauses that may state the same, with probabilities. Clauses that are hardly ever
/// the same (below 0.01) are no pair, unless features are kept.
struct Pairing {
  PairTable sentences;         ///< without those that repeat another
  std::vector<Index> repeats;  ///< of each sentence: repeated_sentences
  std::vector<double> sentence_log_odds;
  PairTable clauses;
  std::vector<double> clause_probability;
  std::vector<std::array<double, kSentenceFeatures>> sentence_features;
  std::vector<std::array<double, kClauseFeatures>> clause_features;
};

/// Two regressions: on sentences (Σ weights · likenesses), then, inside the pairs of sentences that
/// may say the same, on clauses with the sentences' log-odds among the features. Time and memory
/// grow with sentences · kMaxRivals.
Pairing pair_units(const StoryView& story, std::span<const Unit> units, const Weights& weights,
                   Features keep = Features::dropped);

}  // namespace stemma
