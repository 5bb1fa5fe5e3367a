#pragma once

#include <string>
#include <string_view>

namespace stemma {

/// Text whose lines were broken to fit a page or a mail, with each paragraph on one line again and
/// a blank line between them. A line goes on in the next when that one begins with a small letter
/// or its first word would not have fitted. `was_hyphenated`: a word may be divided at a line's end
/// (print); its hyphen goes. Soft hyphens at a line's end always go. O(n), cannot fail.
std::string reflow(std::string_view text, bool was_hyphenated);

/// Whether nearly all lines of a text's paragraphs end where the next line's first word would not
/// have fitted: it was broken to fit. O(n).
bool is_wrapped(std::string_view text);

}  // namespace stemma
