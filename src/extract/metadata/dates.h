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

/// Reads a date that is the whole of a text but for what stands around it ("Published: 3 May 2024
/// at 10:08 BST"): ISO 8601, RFC 822, compact (20240503), numbers with points or strokes, month
/// names in English, German, French, Spanish, Italian, Dutch and Portuguese. The first date of the
/// text counts; days outside 1990 to 2100 are none. Of 03/05/2024 the day stands first unless
/// `month_first`, or only the other order is a day. O(text), at most kDateBytes are looked at.
std::optional<WrittenDate> read_date(std::string_view text, bool month_first = false);

/// The date in a URL's path: /2024/05/03/, /2024-05-03-, /20240503. A path with only year and
/// month has none.
std::optional<WrittenDate> date_in_url(std::string_view url);

inline constexpr std::size_t kDateBytes = 256;

}  // namespace stemma
