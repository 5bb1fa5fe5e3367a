#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// Whether the OntoNotes type is a name (PERSON, ORG …), not a number or a time.
bool is_name_type(std::string_view type);

/// Names are copied to every place that stands for them: a longer text is no name, or time and
/// memory would grow with the square of the text.
inline constexpr std::size_t kLongestName = 1000;  // bytes
inline std::string_view if_short(std::string_view name) {
  return name.size() <= kLongestName ? name : std::string_view();
}

/// Titles before a person: "Mr.", "Sen.", "Prime Minister" → "Prime", "Minister". Case matters.
bool is_title(std::string_view word);

/// Common nouns for a person that stand before a name: "spokesman", "ambassador".
bool is_role(std::string_view word);

/// The span without a leading article or title (of persons), a trailing possessive, and marks at
/// the ends.
Span bare_name(std::string_view text, Span span, bool is_person);

/// The form by which equal names are recognised: one blank between words, no points in
/// abbreviations, no final possessive.
std::string name_key(std::string_view name);

/// The words of a key.
std::vector<std::string_view> words_of_key(std::string_view key);

/// First letters of the words that begin with a capital, "" when there are fewer than two:
/// "United Nations" → "UN". Words of digits stay ("Internet Explorer 9" → "IE9").
std::string initials(std::string_view key);

}  // namespace stemma
