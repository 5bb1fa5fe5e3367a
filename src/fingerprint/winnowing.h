#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stemma {

/// A word as the search for shared passages compares it: 31 bits of its hash, and in the lowest bit
/// whether it stands in quotation marks, where it is compared but is no evidence of copying.
using WordId = std::uint32_t;

/// A word that equals none, not even itself: page furniture.
inline constexpr WordId kNoWord = 0;

inline WordId word_id(std::uint64_t hash, bool quoted) {
  const auto upper = static_cast<WordId>(hash >> 32) & ~WordId{1};
  return (upper == 0 ? WordId{2} : upper) | (quoted ? 1U : 0U);
}
inline bool is_quoted(WordId id) { return (id & 1U) != 0; }
inline bool equal_words(WordId a, WordId b) { return (a ^ b) < 2 && a > 1; }

/// One of the places that stand for a text: the hash of kGram words from `place` on.
struct Print {
  std::uint32_t hash = 0;
  std::uint32_t place = 0;
};

inline constexpr std::uint32_t kGram = 5;    ///< words in one print
inline constexpr std::uint32_t kWindow = 4;  ///< of as many neighbours the least is kept

/// Prints of the words outside quotation marks, in order (winnowing: Schleimer, Wilkerson and Aiken
/// 2003). Two texts that share kGram + kWindow - 1 = 8 such words in a row share a print; about two
/// places in five are kept. O(n).
std::vector<Print> winnow(std::span<const WordId> words);

}  // namespace stemma
