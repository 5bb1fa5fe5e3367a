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

/// Whether the beginning of a text is in another language than the one it is said to be in, as far
/// as CLD2 is sure. Reads at most 2 KB.
bool speaks_against(std::string_view text, std::string_view language);

/// Whether two languages (BCP 47) are one, or so close that a detector takes one for the other.
bool are_alike(std::string_view a, std::string_view b);

}  // namespace stemma
