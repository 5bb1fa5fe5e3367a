#include "extract/phrases.h"

#include <cassert>
#include <deque>

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

PhraseSet::PhraseSet(std::span<const PhraseRow> rows) : next_(1), kinds_(1) {
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
    if (next_[state][symbol] == 0) {
      next_[state][symbol] = static_cast<std::uint16_t>(next_.size());
      next_.emplace_back();
      kinds_.push_back(0);
    }
    state = next_[state][symbol];
  };
  for (const char c : phrase) {
    if (c == '^') descend(kStart);
    descend(c == '^' ? kBoundary : symbol_of(c));
  }
  kinds_[state] |= std::uint32_t{1} << kind;
}

// Breadth first: an edge that is missing is the edge of the longest proper suffix.
void PhraseSet::link() {
  assert(next_.size() < kSpeaks);
  std::vector<std::uint16_t> suffix(next_.size());
  std::deque<std::uint16_t> queue;
  for (const std::uint16_t child : next_[0]) {
    if (child != 0) queue.push_back(child);
  }
  while (!queue.empty()) {
    const std::uint16_t state = queue.front();
    queue.pop_front();
    kinds_[state] |= kinds_[suffix[state]];
    for (std::size_t symbol = 0; symbol < kSymbols; ++symbol) {
      const std::uint16_t child = next_[state][symbol];
      const std::uint16_t other = next_[suffix[state]][symbol];
      if (child == 0) {
        next_[state][symbol] = other;
      } else {
        suffix[child] = other;
        queue.push_back(child);
      }
    }
  }
  for (auto& edges : next_) {
    for (std::uint16_t& edge : edges) {
      if (kinds_[edge] != 0) edge |= kSpeaks;
    }
  }
}

std::uint32_t PhraseSet::kinds_in(std::string_view text, bool split_at_capitals) const {
  std::size_t state = next_[0][kStart] & ~std::size_t{kSpeaks};
  std::uint32_t kinds = 0;
  const auto step = [&](std::size_t symbol) {
    const std::uint16_t edge = next_[state][symbol];
    state = edge & ~std::size_t{kSpeaks};
    if ((edge & kSpeaks) != 0) kinds |= kinds_[state];
  };
  step(kBoundary);
  bool at_boundary = true, after_lower = false;
  for (const char c : text) {
    const std::uint8_t symbol = symbol_of(c);
    if (symbol == kBoundary) {
      if (!at_boundary) step(kBoundary);
      at_boundary = true;
      after_lower = false;
      continue;
    }
    if (split_at_capitals) {
      if (after_lower && is_ascii_upper(c)) step(kBoundary);
      after_lower = is_ascii_lower(c);
    }
    at_boundary = false;
    step(symbol);
  }
  if (!at_boundary) step(kBoundary);
  return kinds;
}

}  // namespace stemma
