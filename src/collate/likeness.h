#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "collate/story_view.h"
#include "collate/units.h"

namespace stemma {

/// A sparse vector of length one, sorted by term.
using Bag = std::vector<std::pair<std::uint32_t, float>>;

/// Cosine of two bags of length one (or empty: 0). O(terms).
double cosine(const Bag& a, const Bag& b);

/// How often each term occurs, sorted by term.
using Counts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
Counts count_terms(std::vector<std::uint32_t> terms);

/// Weights of terms by how few of the story's sentences have them.
class Rarity {
 public:
  explicit Rarity(std::span<const Counts> documents);
  double operator()(std::uint32_t term) const;  ///< ln(1 + documents / documents with the term)
  Bag bag(const Counts& counts) const;          ///< (1 + ln tf) · rarity, scaled to length one

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> frequencies_;  // sorted by term
  double documents_ = 0;
};

/// What of a stretch of text is compared with others.
struct Traits {
  Counts grams;                      ///< character 4-grams of its lower-case words
  Counts lemmas;                     ///< content words
  Counts lemmas_with_subject;        ///< and those of a subject it shares with another clause
  Counts names;                      ///< content words that are proper nouns
  std::vector<std::uint32_t> words;  ///< in order
  std::uint32_t predicate = kNoStem;
  std::vector<double> values;      ///< of its quantities, sorted
  std::vector<std::string> times;  ///< of its calendar times, sorted
  double position = 0;
};

Traits traits_of(const StoryView& story, const Sentence& sentence);
Traits traits_of(const StoryView& story, const Unit& unit);

/// Length of the longest run of words that both have. O(a · b).
std::size_t longest_shared_run(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

/// Whether two sorted ranges have an element in common.
template <class T>
bool share_one(const std::vector<T>& a, const std::vector<T>& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return false;
}

}  // namespace stemma
