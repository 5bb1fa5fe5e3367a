#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace stemma {

using Day = std::chrono::sys_days;

/// How precise a time is.
enum class Grain : unsigned char {
  minute,
  day,
  week,
  month,
  quarter,
  season,
  year,
  decade,
  century
};

/// Half-open range of days [begin, end) that a time value stands for, with the minute of the day
/// where the value has one.
struct TimeRange {
  Day begin, end;
  Grain grain = Grain::day;
  std::optional<int> minute;  ///< of the day, UTC or local as written

  bool overlaps(const TimeRange& other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// The day of an ISO 8601 date or date-time ("2024-05-03", "2024-05-03T10:08:00Z"), as written.
std::optional<Day> day_of(std::string_view iso);

/// "2024-05-03".
std::string iso_of(Day day);

/// The days of a TIMEX3 or ISO 8601 value: "2024", "2024-05", "2024-W18", "2024-05-02TMO",
/// "2023-SU", "2023-Q3", "201", "2024-W18-WE". Nothing for durations, sets, references and values
/// with unknown parts ("XXXX-05").
std::optional<TimeRange> range_of(std::string_view timex_value);

}  // namespace stemma
