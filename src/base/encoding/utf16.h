#pragma once

#include <optional>
#include <string_view>

#include "base/encoding/decoded_text.h"

namespace stemma {

enum class ByteOrder { little_endian, big_endian };

/// Whether bytes without a mark are UTF-16: NUL stands in every second one, as in text for the most
/// part Latin; or there is some NUL, UTF-8 they are not, and nearly all units are of scripts in use
/// with blanks and full stops among them. Looks at the first 4096 bytes.
std::optional<ByteOrder> utf16_without_mark(std::string_view bytes);

/// Bytes of UTF-16, without their mark, as text. Halves of characters become U+FFFD. O(n).
DecodedText read_utf16(std::string_view bytes, ByteOrder order);

}  // namespace stemma
