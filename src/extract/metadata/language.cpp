#include "extract/metadata/language.h"

#include <cstdio>
// CLD2's header needs <cstdio> before it.
#include <cld2/public/compact_lang_det.h>

#include "base/languages.h"
#include "base/utf8.h"

namespace stemma {
namespace {

constexpr std::size_t kDetectBytes = 64 << 10;

bool has_letters(std::string_view text, std::size_t wanted) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size() && letters < wanted;) {
    const Decoded decoded = decode_utf8(text, i);
    letters += is_letter(decoded.code_point);
    i += decoded.size;
  }
  return letters >= wanted;
}

}  // namespace

std::optional<std::string> detected_language(std::string_view text) {
  if (!has_letters(text, kLanguageLetters)) return std::nullopt;
  text = text.substr(0, kDetectBytes);
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
  if (!reliable) return std::nullopt;
  return language_named(CLD2::LanguageCode(language));
}

}  // namespace stemma
