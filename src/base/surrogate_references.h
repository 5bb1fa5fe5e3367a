#pragma once

#include <string>

namespace stemma {

/// Joins character references that name the two halves of one character, as programs write that
/// think in UTF-16: "&#55357;&#56832;" and "&#xD83D;&#xDE00;" become 😀. HTML makes U+FFFD of each
/// half. All else stays. O(n).
void join_surrogate_references(std::string& markup);

}  // namespace stemma
