#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/calendar.h"

namespace stemma {

/// A day, with the time and zone where the text has them, as ISO 8601.
struct WrittenDate {
  std::string iso;           ///< "2024-05-03" or "2024-05-03T10:08:00+02:00"
  Day day;                   ///< as written, whatever the zone
  std::optional<Day> other;  ///< what 03/05/2024 is in the other order, where it is another day
};

/// The same date with day and month in the other order; itself where there is none.
WrittenDate in_other_order(const WrittenDate& date);

/// A date and where the text has it, its clock left out.
struct DateInText {
  WrittenDate date;
  Span span;
};

/// How far a text is looked at for its date.
inline constexpr std::size_t kDateBytes = 256;

/// The first date of a text, with whatever stands around it ("Published: 3 May 2024 at 10:08 BST"):
/// ISO 8601 and RFC 3339, RFC 822 with the liberties feeds take, compact (20240503), numbers with
/// points or strokes, month names of the larger European languages, in Latin, Greek and Cyrillic
/// letters, and of Arabic, and the order of China, Japan and Korea (2024年5月3日). Digits may be
/// Arabic or wide. Days outside 1990 to 2100 are none. Of 03/05/2024 the day stands first unless
/// `month_first`, or only the other order is a day; points are always day first. A clock that
/// follows, or stands before the year ("May 3 10:08:00 CEST 2024"), is kept with its zone; a zone
/// that is not known, or that names several offsets, is left out. O(text).
std::optional<WrittenDate> read_date(std::string_view text, bool month_first = false);

/// All of them, in order.
std::vector<DateInText> read_dates(std::string_view text, bool month_first = false);

/// The instant of a text that is nothing but the seconds, or thousandths of a second, since 1970
/// (POSIX time): ten or thirteen digits.
std::optional<WrittenDate> read_posix_time(std::string_view text);

/// The same as ISO 8601 alone, months first, for dates that feeds write.
std::optional<std::string> read_written_date(std::string_view written);

/// The date in a URL's path: /2024/05/03/, /2024-05-03-, /2024/may/3/, /20240503. A path with only
/// year and month has none.
std::optional<WrittenDate> date_in_url(std::string_view url);

}  // namespace stemma
