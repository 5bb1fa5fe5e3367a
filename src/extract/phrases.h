#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace stemma {

/// A kind of phrase, by number, and phrases of that kind separated by blanks. In a phrase '=' is a
/// boundary between words, '^' the start and '$' the end of the text, and everything else letters
/// in lower case, of any script. Without a boundary a phrase is also found inside longer words.
struct PhraseRow {
  int kind = 0;  // below 32
  std::string_view phrases;
};

/// Finds which kinds of phrases a text holds, all at once (Aho and Corasick 1975). Letters are
/// compared without case; all else is a boundary, and so is a change from lower to upper case of
/// ASCII letters when asked. Any number of boundaries in a row is one. Lookup is O(text) and does
/// not allocate.
class PhraseSet {
 public:
  explicit PhraseSet(std::span<const PhraseRow> rows);

  /// One bit a kind.
  std::uint32_t kinds_in(std::string_view text, bool split_at_capitals = false) const;

 private:
  // What a byte is: a boundary, a text's start or end, a letter's that no phrase has, or one of
  // those that some phrase has.
  static constexpr std::uint8_t kBoundary = 0, kStart = 1, kEnd = 2, kOther = 3;

  template <class Step>
  std::size_t step_character(std::string_view text, std::size_t at, Step step) const;
  void number_bytes(std::span<const PhraseRow> rows);
  void add(std::string_view phrase, int kind);
  void link();

  std::array<std::uint8_t, 256> symbol_of_{};
  std::uint32_t symbols_ = 0, width_ = 0;
  // A state is the place of its row: the states that follow by symbol, and in its last place its
  // kinds.
  std::vector<std::uint32_t> rows_;
};

}  // namespace stemma
