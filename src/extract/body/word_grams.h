#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace stemma {

/// One hash of two.
inline std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15u + (hash << 6) + (hash >> 2);
  return hash * 0xBF58476D1CE4E5B9u;
}

/// Appends the hash of every word of a text: ASCII letters without case, digits alike, all else but
/// letters and digits is a boundary. O(length).
void hash_words(std::string_view text, std::vector<std::uint64_t>& out);

/// Word n-grams of one witness text; says how much of a line occurs in it.
class WordGrams {
 public:
  WordGrams(std::string_view text, std::size_t size);

  bool empty() const { return grams_.empty(); }
  /// Which share of the n-grams of a line's words the text has, in [0, 1]; 0 for a shorter line.
  double share(const std::vector<std::uint64_t>& words) const;

 private:
  std::uint64_t at(const std::vector<std::uint64_t>& words, std::size_t i) const;

  std::size_t size_;
  std::vector<std::uint64_t> grams_;
  std::bitset<std::size_t{1} << 13> seen_;  // the first 13 bits of each: most lines share nothing
};

}  // namespace stemma
