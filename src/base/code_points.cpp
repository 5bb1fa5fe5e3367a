#include "base/code_points.h"

#include <algorithm>

namespace stemma {
namespace {

constexpr std::uint32_t kBlock = 64;

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

CodePointsView::CodePointsView(std::string_view text) : text_(text) {
  ascii_ = std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  if (ascii_) {
    count_ = static_cast<std::uint32_t>(text.size());
    return;
  }
  marks_.reserve(text.size() / kBlock + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kBlock == 0) marks_.push_back(count_);
    count_ += starts_code_point(text[i]) ? 1 : 0;
  }
}

std::uint32_t CodePointsView::of_byte(std::uint32_t byte) const {
  if (byte >= text_.size()) return count_;
  if (ascii_) return byte;
  while (byte > 0 && !starts_code_point(text_[byte])) --byte;
  std::uint32_t count = marks_[byte / kBlock];
  for (std::uint32_t i = byte / kBlock * kBlock; i < byte; ++i) {
    count += starts_code_point(text_[i]) ? 1 : 0;
  }
  return count;
}

std::uint32_t CodePointsView::to_byte(std::uint32_t code_point) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (code_point >= count_) return size;
  if (ascii_) return code_point;
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), code_point);
  const auto block = static_cast<std::uint32_t>(after - marks_.begin()) - 1;
  std::uint32_t count = marks_[block];
  std::uint32_t i = block * kBlock;
  // `count` code points start before i; stop at the byte that starts number `code_point`.
  for (; i < size; ++i) {
    if (!starts_code_point(text_[i])) continue;
    if (count == code_point) break;
    ++count;
  }
  return i;
}

}  // namespace stemma
