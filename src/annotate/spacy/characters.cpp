#include "annotate/spacy/characters.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma::spacy {
namespace {

constexpr std::size_t kLongWord = 100;  // characters
constexpr std::uint8_t kUnicodeOfReference = 14;

// Characters that came after the reference's Unicode are unassigned to it.
bool is_known(UChar32 c) {
  UVersionInfo age;
  u_charAge(c, age);
  return age[0] <= kUnicodeOfReference;
}

bool is_letter_14(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  const auto u = static_cast<UChar32>(c);
  return (U_GET_GC_MASK(u) & U_GC_L_MASK) != 0 && is_known(u);
}

bool is_digit_14(char32_t c) {
  if (c < 0x80) return is_ascii_digit(static_cast<char>(c));
  const auto u = static_cast<UChar32>(c);
  const int type = u_getIntPropertyValue(u, UCHAR_NUMERIC_TYPE);
  return (type == U_NT_DECIMAL || type == U_NT_DIGIT) && is_known(u);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

char32_t shape_of(char32_t c) {
  if (is_letter_14(c)) {
    const bool upper = c < 0x80 ? is_ascii_upper(static_cast<char>(c))
                                : u_charType(static_cast<UChar32>(c)) == U_UPPERCASE_LETTER;
    return upper ? U'X' : U'x';
  }
  return is_digit_14(c) ? U'd' : c;
}

}  // namespace

bool is_blank(char32_t c) {
  if (c < 0x80) return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    if (!is_blank(decoded.code_point)) return false;
    i += decoded.size;
  }
  return !text.empty();
}

bool is_alphabetic(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    if (!is_letter_14(decoded.code_point)) return false;
    i += decoded.size;
  }
  return !text.empty();
}

std::string lower(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    out.resize(text.size());
    std::transform(text.begin(), text.end(), out.begin(),
                   [](char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
  }
  if (text.size() > static_cast<std::size_t>(INT32_MAX)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToLower("", 0, icu::StringPiece(text.data(), static_cast<int>(text.size())),
                            sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string shape_of(std::string_view text) {
  std::string shape;
  char32_t last = 0;
  std::size_t run = 0, length = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    i += decoded.size;
    if (++length >= kLongWord) return "LONG";
    const char32_t c = shape_of(decoded.code_point);
    run = length > 1 && c == last ? run + 1 : 0;
    last = c;
    if (run < 4) append_utf8(shape, c);
  }
  return shape;
}

std::string_view first_character(std::string_view text) {
  return text.empty() ? text : text.substr(0, decode_utf8(text, 0).size);
}

std::string_view last_characters(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  while (begin > 0 && count > 0) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80U) --count;
  }
  return text.substr(begin);
}

}  // namespace stemma::spacy
