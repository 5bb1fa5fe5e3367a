#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stemma {

/// A date as feeds write it, in ISO 8601 and as precise as it was: "Fri, 03 May 2024 10:08:00 GMT"
/// (RFC 822 and 2822, with the liberties feeds take: no weekday, one-digit days, two-digit years,
/// no seconds, zone names) becomes "2024-05-03T10:08:00Z"; ISO 8601 and RFC 3339 keep their zone.
/// A zone that is not known is left out. Nothing for what is neither form or no day of the
/// calendar.
std::optional<std::string> read_feed_date(std::string_view written);

}  // namespace stemma
