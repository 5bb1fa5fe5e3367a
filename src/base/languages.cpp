#include "base/languages.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <array>
#include <unordered_map>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

std::string utf8_of(const UChar* text, std::int32_t size) {
  std::array<char, 512> out{};
  std::int32_t bytes = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8(out.data(), static_cast<std::int32_t>(out.size()), &bytes, text, size, &status);
  return U_SUCCESS(status) ? std::string(out.data(), static_cast<std::size_t>(bytes)) : "";
}

std::unordered_map<std::string, std::string> read_names() {
  std::unordered_map<std::string, std::string> tags;
  for (const char* const* tag = uloc_getISOLanguages(); *tag != nullptr; ++tag) {
    std::array<UChar, 128> name{};
    UErrorCode status = U_ZERO_ERROR;
    const auto size = uloc_getDisplayLanguage(*tag, "en", name.data(),
                                              static_cast<std::int32_t>(name.size()), &status);
    if (U_SUCCESS(status)) tags.try_emplace(to_lower(utf8_of(name.data(), size)), *tag);
  }
  return tags;
}

std::optional<std::string> tag_of_name(std::string_view name) {
  static const auto tags = read_names();
  const auto found = tags.find(to_lower(trim(name)));
  return found == tags.end() ? std::nullopt : std::optional(found->second);
}

bool is_tag(std::string_view text) {
  if (text.size() != 2 && text.size() != 3) return false;
  for (const char c : text) {
    if (!is_ascii_letter(c)) return false;
  }
  return true;
}

// "eng" → "en"; a code without a shorter one is itself.
std::string shortest(std::string_view tag) {
  std::array<char, ULOC_LANG_CAPACITY> out{};
  UErrorCode status = U_ZERO_ERROR;
  const std::string lower = to_lower(tag);
  uloc_getLanguage(lower.c_str(), out.data(), static_cast<std::int32_t>(out.size()), &status);
  return U_SUCCESS(status) && out[0] != '\0' ? std::string(out.data()) : lower;
}

// Tags that others have replaced (BCP 47, registry of subtags).
std::string preferred(std::string tag) {
  constexpr std::array<std::array<std::string_view, 2>, 5> kReplaced{
      {{"iw", "he"}, {"in", "id"}, {"ji", "yi"}, {"jw", "jv"}, {"mo", "ro"}}};
  for (const auto& [old, current] : kReplaced) {
    if (tag == old) return std::string(current);
  }
  return tag;
}

}  // namespace

std::optional<std::string> language_named(std::string_view declared) {
  constexpr std::size_t kLongest = 100;
  declared = trim(declared).substr(0, kLongest);
  const std::string_view first = declared.substr(0, declared.find_first_of("-_ ,;.(/"));
  if (is_tag(first)) {
    std::string tag = preferred(shortest(first));
    return tag == "und" ? std::nullopt : std::optional(std::move(tag));
  }
  if (const auto tag = tag_of_name(declared)) return tag;
  return tag_of_name(first);
}

}  // namespace stemma
