#pragma once

#include <string>
#include <string_view>

namespace stemma {

/// What in a report's own text speaks against its having been published on a day: an explicit later
/// day, a weekday that does not fall on its date, or years and months that leave the report's
/// present far before the day. One sentence for a person; empty when nothing does. English dates.
/// O(bytes).
std::string contradiction(std::string_view text, std::string_view published);

}  // namespace stemma
