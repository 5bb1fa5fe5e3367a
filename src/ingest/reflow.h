#pragma once

#include <string>
#include <string_view>

namespace stemma {

/// Text whose lines were broken to fit a page or a mail, with each paragraph on one line again and
/// a blank line between them. A line goes on in the next when that one begins with a small letter
/// or its first word would not have fitted. `was_hyphenated`: a word may be divided at a line's end
/// (print); its hyphen goes. Soft hyphens at a line's end always go. O(n), cannot fail.
std::string reflow(std::string_view text, bool was_hyphenated);

}  // namespace stemma
