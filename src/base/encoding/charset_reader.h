#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/encoding/decoded_text.h"
#include "base/encoding/utf16.h"

namespace stemma {

/// The bytes read as a charset says (windows-1252, or any that ICU converts). Nothing where the
/// name is none, and for UTF-8 and charsets that write ASCII otherwise (EBCDIC, UTF-7, UTF-16): a
/// page that is read by its tags cannot be in one. What the charset does not define becomes U+FFFD
/// and is a loss. O(n).
std::optional<DecodedText> read_as(const std::string& charset, std::string_view bytes);

/// Bytes of UTF-32, without their mark, as text.
std::optional<DecodedText> read_utf32(std::string_view bytes, ByteOrder order);

/// The charset that ICU's detector thinks likeliest, from 64 KiB around the first bytes past ASCII;
/// windows-1252 where it is not sure. A millisecond and more: for what nothing else tells.
std::string detected_charset(std::string_view bytes, bool is_html);

}  // namespace stemma
