#include "extract/metadata/letters.h"

#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

// Latin letters without their accents, the two letters that stand for an umlaut as one.
std::string_view without_accent(char32_t c) {
  struct Accented {
    std::u32string_view letters;
    std::string_view plain;
  };
  constexpr std::array<Accented, 12> kAccented{{{U"àáâãäåāă", "a"},
                                                {U"çćč", "c"},
                                                {U"èéêëēėęě", "e"},
                                                {U"ìíîïī", "i"},
                                                {U"ñńň", "n"},
                                                {U"òóôõöøō", "o"},
                                                {U"ùúûüūů", "u"},
                                                {U"ýÿ", "y"},
                                                {U"śšşș", "s"},
                                                {U"źżž", "z"},
                                                {U"ß", "ss"},
                                                {U"łľ", "l"}}};
  for (const auto& [letters, plain] : kAccented) {
    if (letters.find(c) != std::u32string_view::npos) return plain;
  }
  return {};
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string out;
  const std::string lowered = to_lower(text);
  for (std::size_t i = 0; i < lowered.size();) {
    const auto [c, size] = decode_utf8(lowered, i);
    if (c == 'e' && !out.empty() &&
        std::string_view("aou").find(out.back()) != std::string_view::npos) {
      // "ue" is "ü" in addresses.
    } else if (const std::string_view plain = c < 0x80 ? std::string_view() : without_accent(c);
               !plain.empty()) {
      out += plain;
    } else if (is_letter(c) || is_digit(c)) {
      out += lowered.substr(i, size);
    }
    i += size;
  }
  return out;
}

}  // namespace stemma
