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
  // What a byte is: one of the 26 letters, a boundary, a letter's that no phrase has, a text's
  // start or end, or, from kWide on, a byte beyond ASCII that some phrase has.
  static constexpr std::uint8_t kBoundary = 26, kOther = 27, kStart = 28, kEnd = 29, kWide = 30;

  // One cache line, so that a byte of most texts costs one look-up.
  struct alignas(64) State {
    std::uint32_t kinds = 0;
    std::array<std::uint16_t, kWide> next{};  // by symbol
  };

  template <class Step>
  std::size_t step_character(std::string_view text, std::size_t at, Step step) const;
  void number_bytes(std::span<const PhraseRow> rows);
  void add(std::string_view phrase, int kind);
  void link();
  std::uint16_t& next(std::size_t state, std::uint8_t symbol) {
    return symbol < kWide ? states_[state].next[symbol]
                          : wide_next_[state * wide_symbols_ + symbol - kWide];
  }
  void add_state() {
    states_.emplace_back();
    wide_next_.resize(wide_next_.size() + wide_symbols_);
  }

  std::array<std::uint8_t, 256> symbol_of_{};
  std::size_t wide_symbols_ = 0;
  std::vector<State> states_;
  std::vector<std::uint16_t> wide_next_;  // by state and symbol from kWide on
};

}  // namespace stemma
