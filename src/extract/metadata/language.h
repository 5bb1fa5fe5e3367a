#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stemma {

/// Letters below which a text's language is not told.
inline constexpr std::size_t kLanguageLetters = 200;

/// The language most of the text is in, by CLD2; nothing for a text of under kLanguageLetters
/// letters or one that it is not sure of.
std::optional<std::string> detected_language(std::string_view text);

}  // namespace stemma
