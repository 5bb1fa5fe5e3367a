#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stemma {

/// One code point and how many bytes it took. Of malformed bytes: U+FFFD and 1.
struct Decoded {
  char32_t code_point = 0;
  std::uint32_t size = 0;
};

/// ASCII is most of most texts and is decoded and classified in place; these are for the rest.
namespace beyond_ascii {
Decoded decode_utf8(std::string_view text, std::size_t at);
bool is_space(char32_t c);
bool is_letter(char32_t c);
bool is_mark(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
}  // namespace beyond_ascii

/// The code point that starts at `at`, which must be inside the text. Overlong forms, surrogates
/// and values past U+10FFFF are malformed (RFC 3629).
inline Decoded decode_utf8(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  return beyond_ascii::decode_utf8(text, at);
}

void append_utf8(std::string& text, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// The text with every maximal run of malformed bytes replaced by one U+FFFD (Unicode 15, 3.9).
/// `replaced`, when given, is set to how many there were.
std::string repair_utf8(std::string_view text, std::size_t* replaced = nullptr);

/// Properties of one code point as Unicode has them (ICU).
inline bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : beyond_ascii::is_space(c);
}
inline bool is_digit(char32_t c) {
  return c < 0x80 ? c >= '0' && c <= '9' : beyond_ascii::is_digit(c);
}
inline bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : beyond_ascii::is_upper(c);
}
inline bool is_lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : beyond_ascii::is_lower(c);
}
inline bool is_letter(char32_t c) {
  return c < 0x80 ? is_upper(c) || is_lower(c) : beyond_ascii::is_letter(c);
}

/// A mark that belongs to the letter before it: an accent, a vowel sign.
inline bool is_mark(char32_t c) { return c >= 0x80 && beyond_ascii::is_mark(c); }

/// Simple case folding of one code point, and of a whole text to lower case (ICU, root locale).
char32_t to_lower(char32_t c);
std::string to_lower(std::string_view text);

}  // namespace stemma
