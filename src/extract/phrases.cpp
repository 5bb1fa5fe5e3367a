#include "extract/phrases.h"

#include <cassert>
#include <deque>
#include <limits>

#include "base/text.h"

namespace stemma {
namespace {

constexpr std::uint8_t kBoundary = 26, kStart = 27;

constexpr std::array<std::uint8_t, 256> kSymbolOf = [] {
  std::array<std::uint8_t, 256> symbols{};
  symbols.fill(kBoundary);
  for (std::uint8_t i = 0; i < 26; ++i) {
    symbols['a' + i] = i;
    symbols['A' + i] = i;
  }
  return symbols;
}();

std::uint8_t symbol_of(char c) { return kSymbolOf[static_cast<unsigned char>(c)]; }

}  // namespace

PhraseSet::PhraseSet(std::span<const PhraseRow> rows) : states_(1) {
  for (const PhraseRow& row : rows) {
    for (const std::string_view phrase : split(row.phrases, ' ')) {
      if (!phrase.empty()) add(phrase, row.kind);
    }
  }
  link();
}

void PhraseSet::add(std::string_view phrase, int kind) {
  std::size_t state = 0;
  const auto descend = [&](std::size_t symbol) {
    if (states_[state].next[symbol] == 0) {
      states_[state].next[symbol] = static_cast<std::uint16_t>(states_.size());
      states_.emplace_back();
    }
    state = states_[state].next[symbol];
  };
  for (const char c : phrase) {
    if (c == '^') descend(kStart);
    descend(c == '^' ? kBoundary : symbol_of(c));
  }
  states_[state].kinds |= std::uint32_t{1} << kind;
}

// Breadth first: an edge that is missing is the edge of the longest proper suffix.
void PhraseSet::link() {
  assert(states_.size() <= std::numeric_limits<std::uint16_t>::max());
  std::vector<std::uint16_t> suffix(states_.size());
  std::deque<std::uint16_t> queue;
  for (const std::uint16_t child : states_[0].next) {
    if (child != 0) queue.push_back(child);
  }
  while (!queue.empty()) {
    const std::uint16_t at = queue.front();
    queue.pop_front();
    State& state = states_[at];
    const State& other = states_[suffix[at]];
    state.kinds |= other.kinds;
    for (std::size_t symbol = 0; symbol < kSymbols; ++symbol) {
      const std::uint16_t child = state.next[symbol];
      if (child == 0) {
        state.next[symbol] = other.next[symbol];
      } else {
        suffix[child] = other.next[symbol];
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
  const auto step = [&](std::size_t symbol) {
    state = states[state].next[symbol];
    kinds |= states[state].kinds;
  };
  step(kBoundary);
  if (split_at_capitals) {
    bool after_lower = false;
    for (const char c : text) {
      if (after_lower && is_ascii_upper(c)) step(kBoundary);
      after_lower = is_ascii_lower(c);
      step(symbol_of(c));
    }
  } else {
    for (const char c : text) step(symbol_of(c));
  }
  step(kBoundary);
  return kinds;
}

}  // namespace stemma
