#include "extract/phrases.h"

#include <deque>

#include "base/text.h"

namespace stemma {
namespace {

constexpr std::size_t kBoundary = 26, kStart = 27;

std::size_t symbol_of(char c) {
  if (is_ascii_lower(c)) return static_cast<std::size_t>(c - 'a');
  if (is_ascii_upper(c)) return static_cast<std::size_t>(c - 'A');
  return kBoundary;
}

}  // namespace

PhraseSet::PhraseSet(std::span<const PhraseRow> rows) {
  states_.emplace_back();
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
  std::vector<std::uint16_t> suffix(states_.size());
  std::deque<std::uint16_t> queue;
  for (const std::uint16_t child : states_[0].next) {
    if (child != 0) queue.push_back(child);
  }
  while (!queue.empty()) {
    const std::uint16_t state = queue.front();
    queue.pop_front();
    states_[state].kinds |= states_[suffix[state]].kinds;
    for (std::size_t symbol = 0; symbol < kSymbols; ++symbol) {
      const std::uint16_t child = states_[state].next[symbol];
      const std::uint16_t other = states_[suffix[state]].next[symbol];
      if (child == 0) {
        states_[state].next[symbol] = other;
      } else {
        suffix[child] = other;
        queue.push_back(child);
      }
    }
  }
}

std::uint32_t PhraseSet::kinds_in(std::string_view text, bool split_at_capitals) const {
  const State* state = &states_[states_[0].next[kStart]];
  std::uint32_t kinds = 0;
  bool at_boundary = false, after_lower = false;
  const auto step = [&](std::size_t symbol) {
    state = &states_[state->next[symbol]];
    kinds |= state->kinds;
  };
  step(kBoundary);
  at_boundary = true;
  for (const char c : text) {
    const std::size_t symbol = symbol_of(c);
    if (symbol == kBoundary) {
      if (!at_boundary) step(kBoundary);
      at_boundary = true;
      after_lower = false;
      continue;
    }
    if (split_at_capitals && after_lower && is_ascii_upper(c)) step(kBoundary);
    after_lower = is_ascii_lower(c);
    at_boundary = false;
    step(symbol);
  }
  if (!at_boundary) step(kBoundary);
  return kinds;
}

}  // namespace stemma
