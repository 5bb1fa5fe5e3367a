#include "extract/phrases.h"

#include <algorithm>
#include <cassert>
#include <deque>
#include <limits>
#include <string>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {

PhraseSet::PhraseSet(std::span<const PhraseRow> rows) {
  number_bytes(rows);
  add_state();
  for (const PhraseRow& row : rows) {
    for (const std::string_view phrase : split(row.phrases, ' ')) {
      if (!phrase.empty()) add(phrase, row.kind);
    }
  }
  link();
}

void PhraseSet::number_bytes(std::span<const PhraseRow> rows) {
  symbol_of_.fill(kBoundary);
  std::fill(symbol_of_.begin() + 0x80, symbol_of_.end(), kOther);
  for (std::uint8_t letter = 0; letter < 26; ++letter) {
    symbol_of_['a' + letter] = symbol_of_['A' + letter] = letter;
  }
  for (const PhraseRow& row : rows) {
    for (const char c : row.phrases) {
      std::uint8_t& symbol = symbol_of_[static_cast<unsigned char>(c)];
      if (symbol == kOther) symbol = static_cast<std::uint8_t>(kWide + wide_symbols_++);
    }
  }
}

// Takes the steps of the character at `at` and says how many bytes it has.
template <class Step>
std::size_t PhraseSet::step_character(std::string_view text, std::size_t at, Step step) const {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    step(symbol_of_[byte]);
    return 1;
  }
  const Decoded decoded = decode_utf8(text, at);
  if (!is_letter(decoded.code_point) && !is_mark(decoded.code_point)) {
    step(kBoundary);
  } else {
    std::string letter;
    append_utf8(letter, to_lower(decoded.code_point));
    for (const char c : letter) step(symbol_of_[static_cast<unsigned char>(c)]);
  }
  return decoded.size;
}

void PhraseSet::add(std::string_view phrase, int kind) {
  std::size_t state = 0;
  bool at_boundary = false;
  const auto descend = [&](std::uint8_t symbol) {
    if (symbol == kBoundary && at_boundary) return;
    at_boundary = symbol == kBoundary;
    if (next(state, symbol) == 0) {
      add_state();
      next(state, symbol) = static_cast<std::uint16_t>(states_.size() - 1);
    }
    state = next(state, symbol);
  };
  for (std::size_t at = 0; at < phrase.size();) {
    const bool start = phrase[at] == '^', end = phrase[at] == '$';
    if (start) descend(kStart);
    at += step_character(phrase, at, descend);
    if (end) descend(kEnd);
  }
  states_[state].kinds |= std::uint32_t{1} << kind;
}

// Breadth first: an edge that is missing is the edge of the longest proper suffix.
void PhraseSet::link() {
  assert(states_.size() <= std::numeric_limits<std::uint16_t>::max());
  const auto symbols = static_cast<std::uint8_t>(kWide + wide_symbols_);
  std::vector<std::uint16_t> suffix(states_.size());
  std::deque<std::uint16_t> queue;
  for (std::uint8_t symbol = 0; symbol < symbols; ++symbol) {
    if (next(0, symbol) != 0) queue.push_back(next(0, symbol));
  }
  while (!queue.empty()) {
    const std::uint16_t state = queue.front();
    queue.pop_front();
    states_[state].kinds |= states_[suffix[state]].kinds;
    for (std::uint8_t symbol = 0; symbol < symbols; ++symbol) {
      std::uint16_t& child = next(state, symbol);
      if (child == 0) {
        child = next(suffix[state], symbol);
      } else {
        suffix[child] = next(suffix[state], symbol);
        queue.push_back(child);
      }
    }
  }
  // A boundary behind a boundary changes nothing.
  for (const State& state : states_) {
    const std::uint16_t behind = state.next[kBoundary];
    states_[behind].next[kBoundary] = behind;
  }
}

std::uint32_t PhraseSet::kinds_in(std::string_view text, bool split_at_capitals) const {
  const State* const states = states_.data();
  std::size_t state = states[0].next[kStart];
  std::uint32_t kinds = 0;
  const auto step = [&](std::uint8_t symbol) {
    state = symbol < kWide ? states[state].next[symbol]
                           : wide_next_[state * wide_symbols_ + symbol - kWide];
    kinds |= states[state].kinds;
  };
  step(kBoundary);
  bool after_lower = false;
  for (std::size_t at = 0; at < text.size();) {
    if (split_at_capitals) {
      if (after_lower && is_ascii_upper(text[at])) step(kBoundary);
      after_lower = is_ascii_lower(text[at]);
    }
    at += step_character(text, at, step);
  }
  step(kBoundary);
  step(kEnd);
  return kinds;
}

}  // namespace stemma
