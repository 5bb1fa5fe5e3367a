#pragma once

#include <string_view>

#include "base/encoding/decoded_text.h"

namespace stemma {

/// Reads bytes as text. In this order: a byte-order mark; UTF-16 without one
/// (encoding/utf16.h); UTF-8 when the bytes are valid, whatever is declared (42 of 181 pages of
/// one benchmark declare nothing and are UTF-8); `declared_charset` (an HTTP header or mail part;
/// may be empty or wrong); a charset the text itself declares (an XML declaration; with `is_html`
/// also `<meta>`, far into the page too); detection; windows-1252. A label that makes of many bytes
/// what no text has (control characters, characters that its encoding lacks) yields to a detection
/// that does not. Labels mean what the WHATWG Encoding Standard says ("iso-8859-1" is
/// windows-1252). Bytes that are UTF-8 for the most part are read so; between ASCII, a single
/// quotation mark, dash or ellipsis of windows-1252 is read as such, and each other run of bytes
/// becomes one U+FFFD. Text that was encoded twice ("â€™") is repaired only when all of it is such.
/// NUL is removed; of a page, references to halves of a character are joined. O(n); cannot fail.
DecodedText decode_text(std::string_view bytes, std::string_view declared_charset, bool is_html);

}  // namespace stemma
