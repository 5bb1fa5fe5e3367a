#pragma once

#include <string_view>

namespace stemma {

/// Whether a line opens as a byline does: "By ", "Author: ", "Von ".
bool opens_byline(std::string_view line);

/// The text after one opener, with or without a colon ("by: Ann" after "by"); whole where it does
/// not open so.
std::string_view after_opener(std::string_view text, std::string_view opener);

/// The text after all openers of a byline, of which several may follow one another: "Posted by: by
/// Ann" → "Ann". One that is also the beginning of a name ("Von Miller") needs a name after it.
std::string_view after_openers(std::string_view text);

}  // namespace stemma
