#include "extract/metadata/language.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>
// CLD2's header needs <cstdio> before it.
#include <cld2/public/compact_lang_det.h>

#include "base/languages.h"
#include "base/text.h"
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

constexpr std::array<std::string_view, 10> kAlike{"no nb nn da", "hr sr bs sh", "id ms", "cs sk",
                                                  "gl pt es",    "af nl",       "fa ps", "hi mr ne",
                                                  "zh yue",      "ru uk be bg"};

// Whether at least one word in twelve is one of those that most hold the language's sentences
// together. It spares the detector on nearly every page.
bool is_plainly(std::string_view text, std::string_view language) {
  constexpr std::array<std::string_view, 6> kEnglish{"the", "and", "of", "to", "was", "that"};
  constexpr std::array<std::string_view, 6> kGerman{"der", "die", "und", "das", "ist", "nicht"};
  const bool english = language == "en";
  if (!english && language != "de") return false;
  const auto& wanted = english ? kEnglish : kGerman;
  constexpr std::size_t kOneIn = 12, kFewest = 4;
  std::size_t words = 0, found = 0;
  for (const std::string_view word : split(text, ' ')) {
    ++words;
    found += std::find(wanted.begin(), wanted.end(), word) != wanted.end() ? 1 : 0;
  }
  return found >= kFewest && found * kOneIn >= words;
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

bool speaks_against(std::string_view text, std::string_view language) {
  constexpr std::size_t kBytes = 2048;
  if (text.size() > kBytes) {
    std::size_t end = kBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  if (is_plainly(text, language)) return false;
  const auto detected = detected_language(text);
  return detected && !are_alike(*detected, language);
}

bool are_alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto has = [](std::string_view group, std::string_view language) {
    const std::vector<std::string_view> members = split(group, ' ');
    return std::find(members.begin(), members.end(), language) != members.end();
  };
  return std::any_of(kAlike.begin(), kAlike.end(),
                     [&](std::string_view group) { return has(group, a) && has(group, b); });
}

}  // namespace stemma
