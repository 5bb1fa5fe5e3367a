#include "extract/body/word_odds.h"

#include <algorithm>
#include <bitset>
#include <cmath>

#include "extract/body/word_grams.h"

namespace stemma {
namespace {

struct WordWeight {
  std::uint64_t key;
  float weight;
};

#include <extract/word_odds.inc>  // models/README.md

// Open addressing with linear probing; a key is never 0.
class WeightTable {
 public:
  WeightTable() {
    for (const WordWeight& each : kWordWeights) {
      known_[first_bits(each.key)] = true;
      std::size_t slot = each.key & kMask;
      while (slots_[slot].key != 0) slot = (slot + 1) & kMask;
      slots_[slot] = each;
    }
  }
  const WordWeight* find(std::uint64_t key) const {
    if (!known_[first_bits(key)]) return nullptr;
    for (std::size_t slot = key & kMask; slots_[slot].key != 0; slot = (slot + 1) & kMask) {
      if (slots_[slot].key == key) return &slots_[slot];
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t kMask = (std::size_t{1} << 14) - 1;
  static_assert(std::size(kWordWeights) * 4 <= kMask * 3);
  static std::size_t first_bits(std::uint64_t key) { return key >> 48; }

  std::bitset<std::size_t{1} << 16> known_;  // most pairs of words are in no table: fits a cache
  std::vector<WordWeight> slots_ = std::vector<WordWeight>(kMask + 1);
};

template <class Visit>
void for_each_key(const std::vector<std::uint64_t>& words, Visit visit) {
  constexpr std::size_t kMostWords = 60;
  constexpr std::uint64_t kFirst = 1;
  const std::size_t count = std::min(words.size(), kMostWords);
  for (std::size_t i = 0; i < count; ++i) {
    visit(words[i]);
    if (i > 0) visit(mix(words[i - 1], words[i]));
  }
  if (count > 0) visit(mix(kFirst, words[0]));
  if (count > 1) visit(mix(mix(kFirst, words[0]), words[1]));
}

}  // namespace

void word_keys(const std::vector<std::uint64_t>& words, std::vector<std::uint64_t>& keys) {
  keys.clear();
  for_each_key(words, [&](std::uint64_t key) { keys.push_back(key); });
}

double word_odds(const std::vector<std::uint64_t>& words) {
  static const WeightTable weights;
  double sum = 0;
  std::size_t known = 0;
  for_each_key(words, [&](std::uint64_t key) {
    if (const WordWeight* each = weights.find(key); each != nullptr) {
      sum += static_cast<double>(each->weight);
      ++known;
    }
  });
  return kWordBias + (known == 0 ? 0 : sum / std::sqrt(static_cast<double>(known)));
}

}  // namespace stemma
