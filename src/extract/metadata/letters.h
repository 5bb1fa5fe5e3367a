#pragma once

#include <string>
#include <string_view>

namespace stemma {

/// The letters and digits of a name as addresses have them, to compare the two: lower case, without
/// accents, and one letter for an umlaut however it is written: "Süd-Kurier" and "suedkurier" →
/// "sudkurier". Letters of other scripts stay. O(length).
std::string letters_of(std::string_view name);

}  // namespace stemma
