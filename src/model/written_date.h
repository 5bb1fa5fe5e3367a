#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stemma {

/// A date as feeds and pages write it, in ISO 8601 and as precise as it was: "Fri, 03 May 2024
/// 10:08:00 GMT" (RFC 822 and 2822, with the liberties feeds take) becomes "2024-05-03T10:08:00Z";
/// ISO 8601 and RFC 3339 keep their zone; "May 3, 2024 at 10:08 a.m. EDT", "3rd May 2024",
/// "20240503", "03.05.2024" and "5/3/2024" (month first, as in the United States, unless it cannot
/// be) are read too. Words before the date are passed over. A zone that is not known is left out.
/// Nothing for what is no day of the calendar.
std::optional<std::string> read_written_date(std::string_view written);

}  // namespace stemma
