#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stemma {

/// Windows-1252 as the web has it: every byte is a character (WHATWG Encoding Standard, index
/// windows-1252).
char16_t windows_1252(unsigned char byte);

/// The byte that windows-1252, or the true ISO 8859-1, reads as this character.
std::optional<unsigned char> windows_1252_byte(char32_t c);

/// The bytes as text. O(n).
std::string read_windows_1252(std::string_view bytes);

}  // namespace stemma
