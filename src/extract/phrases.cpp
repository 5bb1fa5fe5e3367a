#include "extract/phrases.h"

#include <deque>
#include <string>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {

PhraseSet::PhraseSet(std::span<const PhraseRow> rows) {
  number_bytes(rows);
  rows_.resize(width_);
  for (const PhraseRow& row : rows) {
    for (const std::string_view phrase : split(row.phrases, ' ')) {
      if (!phrase.empty()) add(phrase, row.kind);
    }
  }
  link();
}

// ASCII letters first, so that what most texts ask of a row lies together.
void PhraseSet::number_bytes(std::span<const PhraseRow> rows) {
  const auto symbol = [&](std::size_t byte) -> std::uint8_t& { return symbol_of_[byte]; };
  std::array<bool, 256> used{};
  for (const PhraseRow& row : rows) {
    for (const char c : row.phrases) used[static_cast<unsigned char>(c)] = true;
  }
  symbols_ = kOther + 1;
  for (std::size_t byte = 0; byte < symbol_of_.size(); ++byte) {
    const bool letter = byte >= 0x80 || is_ascii_letter(static_cast<char>(byte));
    symbol(byte) = letter ? kOther : kBoundary;
    if (letter && used[byte]) symbol(byte) = static_cast<std::uint8_t>(symbols_++);
  }
  for (std::size_t c = 'a'; c <= 'z'; ++c) symbol(c - 'a' + 'A') = symbol(c);
  constexpr std::uint32_t kLine = 16;  // places in a cache line
  width_ = (symbols_ + 1 + kLine - 1) / kLine * kLine;
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
  std::uint32_t state = 0;
  bool at_boundary = false;
  const auto descend = [&](std::uint8_t symbol) {
    if (symbol == kBoundary && at_boundary) return;
    at_boundary = symbol == kBoundary;
    if (rows_[state + symbol] == 0) {
      rows_[state + symbol] = static_cast<std::uint32_t>(rows_.size());
      rows_.resize(rows_.size() + width_);
    }
    state = rows_[state + symbol];
  };
  for (std::size_t at = 0; at < phrase.size();) {
    const bool start = phrase[at] == '^', end = phrase[at] == '$';
    if (start) descend(kStart);
    at += step_character(phrase, at, descend);
    if (end) descend(kEnd);
  }
  rows_[state + width_ - 1] |= std::uint32_t{1} << kind;
}

// Breadth first: an edge that is missing is the edge of the longest proper suffix.
void PhraseSet::link() {
  std::vector<std::uint32_t> suffix(rows_.size() / width_);
  std::deque<std::uint32_t> queue;
  for (std::uint32_t symbol = 0; symbol < symbols_; ++symbol) {
    if (rows_[symbol] != 0) queue.push_back(rows_[symbol]);
  }
  while (!queue.empty()) {
    const std::uint32_t state = queue.front();
    queue.pop_front();
    const std::uint32_t other = suffix[state / width_];
    rows_[state + width_ - 1] |= rows_[other + width_ - 1];
    for (std::uint32_t symbol = 0; symbol < symbols_; ++symbol) {
      std::uint32_t& child = rows_[state + symbol];
      if (child == 0) {
        child = rows_[other + symbol];
      } else {
        suffix[child / width_] = rows_[other + symbol];
        queue.push_back(child);
      }
    }
  }
  // A boundary behind a boundary changes nothing.
  for (std::uint32_t state = 0; state < rows_.size(); state += width_) {
    const std::uint32_t behind = rows_[state + kBoundary];
    rows_[behind + kBoundary] = behind;
  }
}

std::uint32_t PhraseSet::kinds_in(std::string_view text, bool split_at_capitals) const {
  const std::uint32_t* const rows = rows_.data();
  const std::uint32_t last = width_ - 1;
  std::uint32_t state = rows[kStart], kinds = 0;
  const auto step = [&](std::uint8_t symbol) {
    state = rows[state + symbol];
    kinds |= rows[state + last];
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
