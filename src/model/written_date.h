#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/calendar.h"

namespace stemma {

/// A day, with the time and zone where the text has them, as ISO 8601.
struct WrittenDate {
  std::string iso;  ///< "2024-05-03" or "2024-05-03T10:08:00+02:00"
  Day day;          ///< as written, whatever the zone
};

/// How far a text is looked at for its date.
inline constexpr std::size_t kDateBytes = 256;

/// The first date of a text, with whatever stands around it ("Published: 3 May 2024 at 10:08 BST"):
/// ISO 8601 and RFC 3339, RFC 822 with the liberties feeds take, compact (20240503), numbers with
/// points or strokes, and month names of the larger European languages, also in Cyrillic. Days
/// outside 1990 to 2100 are none. Of 03/05/2024 the day stands first unless `month_first`, or only
/// the other order is a day; points are always day first. A clock that follows is kept with its
/// zone; a zone that is not known, or that names several offsets, is left out. O(text).
std::optional<WrittenDate> read_date(std::string_view text, bool month_first = false);

/// The same as ISO 8601 alone, months first, for dates that feeds write.
std::optional<std::string> read_written_date(std::string_view written);

/// The date in a URL's path: /2024/05/03/, /2024-05-03-, /2024/may/3/, /20240503. A path with only
/// year and month has none.
std::optional<WrittenDate> date_in_url(std::string_view url);

}  // namespace stemma
