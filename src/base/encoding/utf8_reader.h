#pragma once

#include <string_view>

#include "base/encoding/decoded_text.h"
#include "base/encoding/utf8_count.h"

namespace stemma {

/// Bytes that are UTF-8, for the most part at least, as text; `count` is theirs. What was encoded
/// twice is encoded once. Of bytes that are no UTF-8, a single quotation mark, dash or ellipsis of
/// windows-1252 between ASCII is read as such; each other run becomes one U+FFFD. O(n).
DecodedText read_utf8(std::string_view bytes, const Utf8Count& count);

}  // namespace stemma
