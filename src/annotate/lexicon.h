#pragma once

#include <cstddef>
#include <string_view>

#include "annotate/lexemes.h"

namespace stemma {

/// What one lower-case English word may be in a time or a quantity. General English only.
struct LexiconEntry {
  std::string_view word;
  Sorts sorts = 0;
  int value = 0;
  double number = 0;
  char unit = 0;
};

inline constexpr std::size_t kLongestLexiconWord = 16;

/// The entry of a word in lower case, or null. O(1).
const LexiconEntry* lexicon_entry(std::string_view lower);

}  // namespace stemma
