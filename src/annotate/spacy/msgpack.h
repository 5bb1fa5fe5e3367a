#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace stemma::spacy {

/// One value of a msgpack text, as far as spaCy's packages use the format (msgpack specification
/// of 2017 without extension types). Text and binary are views into the bytes it was read from.
struct MsgpackView {
  enum class Kind : std::uint8_t { nil, boolean, integer, real, text, binary, array, map };
  Kind kind = Kind::nil;
  bool boolean = false;
  std::uint64_t integer = 0;  ///< two's complement when negative
  double real = 0;
  std::string_view bytes;          ///< of text or binary
  std::vector<MsgpackView> items;  ///< of an array
  struct Member;
  std::vector<Member> members;  ///< of a map, in file order

  bool is(Kind wanted) const { return kind == wanted; }
  /// Member of a map whose key is this text or binary; null when there is none.
  const MsgpackView* find(std::string_view key) const;
  /// Member of a map whose key is this number.
  const MsgpackView* find(std::uint64_t key) const;
  std::optional<std::string_view> text(std::string_view key) const;
  std::optional<std::uint64_t> number(std::string_view key) const;
};

struct MsgpackView::Member {
  MsgpackView first, second;
};

/// Reads exactly one value. Refuses more than kMaxMsgpackDepth levels, counts that the bytes left
/// cannot hold, and bytes after the value; memory is at most proportional to the bytes.
inline constexpr int kMaxMsgpackDepth = 16;
Result<MsgpackView> read_msgpack(std::string_view bytes);

/// A float32 array as msgpack-numpy writes it: little endian, C order. The floats may be unaligned.
struct MsgpackArray {
  std::vector<std::uint64_t> shape;
  std::string_view floats;
};
std::optional<MsgpackArray> float_array(const MsgpackView& value);

}  // namespace stemma::spacy
