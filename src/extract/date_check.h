#pragma once

#include <string>
#include <string_view>

namespace stemma {

/// What in a report's own text refutes its having been published on a day: a weekday that does not
/// fall on its date within half a year of that day ("Friday, April 19"). One sentence part for a
/// person; empty when nothing does. English dates. O(bytes).
std::string contradiction(std::string_view text, std::string_view published);

/// Why a day for which nothing but a line on the page speaks is too late for the text: the last
/// month it names with its year lies a year or more before, and months without a year follow from
/// there. Many reports tell of old events, so this never overrules stronger evidence.
std::string silence_before(std::string_view text, std::string_view published);

}  // namespace stemma
