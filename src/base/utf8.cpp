#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace stemma {

void append_utf8(std::string& text, char32_t code_point) {
  char bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  auto c = static_cast<UChar32>(code_point);
  if (c > 0x10FFFF || U_IS_SURROGATE(c)) c = 0xFFFD;
  U8_APPEND_UNSAFE(bytes, size, c);
  text.append(bytes, size);
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const Decoded decoded = decode_utf8(text, i);
    if (decoded.code_point == 0xFFFD && decoded.size == 1) return false;
    i += decoded.size;
  }
  return true;
}

std::string repair_utf8(std::string_view text, std::size_t* replaced) {
  std::string out;
  out.reserve(text.size());
  std::size_t count = 0;
  bool in_run = false;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    const bool malformed = decoded.code_point == 0xFFFD && decoded.size == 1;
    if (!malformed) {
      out.append(text, i, decoded.size);
    } else if (!in_run) {
      append_utf8(out, 0xFFFD);
      ++count;
    }
    in_run = malformed;
    i += decoded.size;
  }
  if (replaced != nullptr) *replaced = count;
  return out;
}

namespace beyond_ascii {

Decoded decode_utf8(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t i = at;
  UChar32 c = 0;
  // A false alarm: the macro's commas and && are sequence points.
  U8_NEXT(bytes, i, text.size(), c);  // NOLINT(bugprone-inc-dec-in-conditions)
  if (c < 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(c), static_cast<std::uint32_t>(i - at)};
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

}  // namespace beyond_ascii

char32_t to_lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

std::string to_lower(std::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  std::string out;
  if (ascii) {
    out.resize(text.size());
    std::transform(text.begin(), text.end(), out.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
  }
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    append_utf8(out, to_lower(decoded.code_point));
    i += decoded.size;
  }
  return out;
}

}  // namespace stemma
