#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "cluster/article_vector.h"

namespace stemma {

/// An article of the stream by the number of its arrival.
using Arrival = std::uint32_t;

/// The articles that later ones may still join, with an index of their heaviest terms. They leave
/// in the order in which they came, so a wrong date cannot empty it: when the stream's clock is
/// kWindow past the clock at their arrival, or when there are more than kMaxArticles.
class LiveArticles {
 public:
  static constexpr std::int64_t kWindow = 432'000;     ///< seconds: five days
  static constexpr std::size_t kMaxArticles = 100000;  ///< some 2.5 kB each
  static constexpr std::size_t kIndexedTerms = 40;     ///< of an article
  static constexpr std::size_t kSearchedTerms = 24;    ///< of an article, heaviest first
  static constexpr std::size_t kMaxPostings = 200;     ///< of a term, the latest
  static constexpr std::size_t kMaxCandidates = 16;
  static constexpr std::uint32_t kSweepAfter = 20000;  ///< articles until dead postings go
  static constexpr std::size_t kClockArticles = 15;    ///< the clock is the median of so many

  /// The live articles that share the most weight in rare terms, best first, at most so many.
  std::vector<Arrival> candidates(const ArticleVector& vector, std::size_t most = kMaxCandidates);
  const ArticleVector& operator[](Arrival arrival) const { return live_[arrival - first_].vector; }
  bool is_live(Arrival arrival) const { return arrival >= first_; }

  /// Adds it as the latest; its arrival number is the count of articles added before.
  Arrival add(ArticleVector vector);
  Arrival first() const { return first_; }

 private:
  struct Entry {
    ArticleVector vector;
    std::int64_t clock = 0;
  };
  struct Posting {
    Arrival arrival;
    float weight;
  };
  void tick(const ArticleVector& vector);
  void retire();
  void sweep();

  std::deque<Entry> live_;
  Arrival first_ = 0;
  std::unordered_map<std::uint32_t, std::vector<Posting>> postings_;
  std::deque<std::int64_t> latest_times_;
  std::int64_t clock_ = 0;
  std::uint32_t since_sweep_ = 0;
  std::vector<float> scores_;  // by place in live_, all zero between calls
};

}  // namespace stemma
