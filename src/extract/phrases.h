#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace stemma {

/// A kind of phrase, by number, and phrases of that kind separated by blanks. In a phrase '=' is a
/// boundary between words, '^' the start of the text, and everything else ASCII lower-case letters.
/// Without a boundary a phrase is also found inside longer words.
struct PhraseRow {
  int kind = 0;  // below 32
  std::string_view phrases;
};

/// Finds which kinds of phrases a text holds, all at once (Aho and Corasick 1975). ASCII letters
/// are compared without case; all else is a boundary, and so is a change from lower to upper case
/// when asked. Any number of boundaries in a row is one. Lookup is O(text) and does not allocate.
class PhraseSet {
 public:
  explicit PhraseSet(std::span<const PhraseRow> rows);

  /// One bit a kind.
  std::uint32_t kinds_in(std::string_view text, bool split_at_capitals = false) const;

 private:
  static constexpr std::size_t kSymbols = 28;  // a to z, boundary, start of text

  // One cache line, so that a byte of text costs one look-up.
  struct alignas(64) State {
    std::array<std::uint16_t, kSymbols> next{};  // by symbol; 0: none yet
    std::uint32_t kinds = 0;
  };

  void add(std::string_view phrase, int kind);
  void link();

  std::vector<State> states_;
};

}  // namespace stemma
