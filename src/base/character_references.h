#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stemma {

/// A character reference of HTML or XML ("&amp;", "&#8217;") and how many bytes it takes.
struct CharacterReference {
  char32_t code_point = 0;
  std::size_t size = 0;  ///< 0: there is none
};

/// The reference that begins at a byte of the text. Names are those of HTML 4.01 and XML.
/// O(log names).
CharacterReference character_reference_at(std::string_view text, std::size_t at);

/// Text with character references replaced: `&amp;`, `&#8217;`, `&rsquo;`. Others, and bare
/// ampersands, stay as they are. Two that name the halves of one character are joined
/// (base/surrogate_references.h). One pass:
/// "&amp;lt;" becomes "&lt;".
std::string unescape(std::string_view text);

}  // namespace stemma
