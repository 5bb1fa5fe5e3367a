#pragma once

#include <string>
#include <string_view>

namespace stemma {

/// A headline or a name out of a feed: tags removed, references replaced, white space collapsed.
/// For what feeds call plain text and escape once too often as well: references are replaced
/// again when the text has no "<".
std::string plain_line(std::string_view markup);

/// Whether a text is markup: it has a tag or a character reference.
bool has_markup(std::string_view text);

}  // namespace stemma
