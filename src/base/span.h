#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace stemma {

/// Half-open range of bytes in one article's `text` (UTF-8, under 4 GiB). It becomes a range of
/// code points only where JSON is read or written: base/code_points.h.
struct Span {
  std::uint32_t begin = 0, end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Bytes that both spans hold.
inline std::uint32_t overlap(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
}

/// The smallest span that holds both.
inline Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

/// The bytes of `text` that the span points at. The span must lie inside the text.
inline std::string_view cut(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace stemma
