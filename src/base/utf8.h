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

/// The code point that starts at `at`, which must be inside the text. Overlong forms, surrogates
/// and values past U+10FFFF are malformed (RFC 3629).
Decoded decode_utf8(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// The text with every maximal run of malformed bytes replaced by one U+FFFD (Unicode 15, 3.9).
/// `replaced`, when given, is set to how many there were.
std::string repair_utf8(std::string_view text, std::size_t* replaced = nullptr);

/// Properties of one code point as Unicode has them (ICU).
bool is_space(char32_t c);
bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);

/// Simple case folding of a whole text to lower case (ICU, root locale).
std::string to_lower(std::string_view text);

}  // namespace stemma
