#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stemma {

/// The charset that a label means on the web, in lower case: "ISO-8859-1" is "windows-1252" (WHATWG
/// Encoding Standard, section 4.2). A label that is not known there is itself.
std::string charset_meant_by(std::string_view label);

/// How much of a text is looked at for its XML declaration, and at first for any.
inline constexpr std::size_t kDeclarationBytes = 4096;

/// The charset that a text declares about itself anywhere in it, as written: in its XML declaration
/// or, if it is a page, in a `<meta>` outside comments. Empty when there is none. O(n).
std::string_view charset_in_text(std::string_view text, bool is_html);

}  // namespace stemma
