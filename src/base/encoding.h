#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

/// Text read from bytes of an unknown encoding.
struct DecodedText {
  std::string text;     ///< valid UTF-8, no byte-order mark at its start, no NUL
  std::string charset;  ///< what the bytes were read as, in lower case: "utf-8", "windows-1252"
  /// What could not be kept, each a sentence part with the byte it begins at, for the caller to
  /// prefix with the input's name: "3 bytes are not UTF-8, the first at byte 1042; …".
  std::vector<std::string> losses;
};

/// Reads bytes as text. In this order: a byte-order mark; UTF-16 without one
/// (`utf16_without_mark`); UTF-8 when the bytes are valid, whatever is declared (42 of 181 pages of
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

enum class ByteOrder { little_endian, big_endian };

/// Whether bytes without a mark are UTF-16: NUL stands in every second one, as in text for the most
/// part Latin; or there is some NUL, UTF-8 they are not, and nearly all units are of scripts in use
/// with blanks and full stops among them. Looks at the first 4096 bytes.
std::optional<ByteOrder> utf16_without_mark(std::string_view bytes);

/// How much of a text is looked at for its own declaration.
inline constexpr std::size_t kDeclarationBytes = 4096;

/// The charset that a text declares about itself, as written; empty when there is none.
std::string_view declared_in_text(std::string_view bytes, bool is_html);

}  // namespace stemma
