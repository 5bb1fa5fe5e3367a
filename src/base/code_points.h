#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// Turns byte offsets of one valid UTF-8 text into counts of code points and back. This is the
/// only place where the two meet: inside the program spans count bytes, in JSON code points.
/// Building is O(n); a lookup is O(1) for a text of ASCII and O(log n) otherwise. Views the text,
/// which must outlive it.
class CodePointsView {
 public:
  explicit CodePointsView(std::string_view text);

  /// Code points before the byte offset. An offset inside a character counts that character's
  /// start; one past the end counts the whole text.
  std::uint32_t of_byte(std::uint32_t byte) const;
  /// Byte offset of the code point; past the end gives the size in bytes.
  std::uint32_t to_byte(std::uint32_t code_point) const;

  Span to_code_points(Span bytes) const { return {of_byte(bytes.begin), of_byte(bytes.end)}; }
  Span to_bytes(Span code_points) const {
    return {to_byte(code_points.begin), to_byte(code_points.end)};
  }

  std::uint32_t size() const { return count_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> marks_;  // code points before each block of kBlock bytes
  std::uint32_t count_ = 0;
  bool ascii_ = true;
};

}  // namespace stemma
