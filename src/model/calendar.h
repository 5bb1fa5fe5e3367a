#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace stemma {

using Day = std::chrono::sys_days;

/// How precise a time is, finest first.
enum class Grain : unsigned char {
  minute,
  day,
  weekend,
  week,
  month,
  quarter,
  season,
  half_year,
  year,
  decade,
  century
};

/// Half-open range of minutes after midnight. A night ends on the next day: past kMinutesOfDay.
struct Minutes {
  static constexpr int kMinutesOfDay = 24 * 60;
  int begin = 0, end = kMinutesOfDay;
  friend bool operator==(const Minutes&, const Minutes&) = default;
};

/// Half-open range of days [begin, end) that a time value stands for, with the minute of the day
/// where the value has one.
struct TimeRange {
  Day begin, end;
  Grain grain = Grain::day;
  std::optional<int> minute;  ///< of the day, UTC or local as written
  Minutes minutes;  ///< the part of each day: "TMO" is 05:00 to 12:00, "T14:30" one minute

  bool overlaps(const TimeRange& other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// The day of an ISO 8601 date or date-time ("2024-05-03", "2024-05-03T10:08:00Z"), as written.
/// Nothing when no such day exists ("2023-02-29").
std::optional<Day> day_of(std::string_view iso);

/// "2024-05-03". Years outside 0 to 9999 are clamped to them.
std::string iso_of(Day day);

/// The Monday of the ISO 8601 week that holds the day.
Day monday_of(Day day);

/// TIMEX3 names of what holds the day: "2024-W18", "2024-05", "2024-Q2".
std::string week_value(Day day);
std::string month_value(Day day);
std::string quarter_value(Day day);

/// The days of a TIMEX3 or ISO 8601 value: "2024", "2024-05", "2024-W18", "2024-05-02TMO",
/// "2023-SU", "2023-Q3", "2023-H1", "201", "20", "2024-W18-WE", "2024-W18-5". A winter begins in
/// the December of its year. Nothing for durations, sets, references and values with unknown parts
/// ("XXXX-05").
std::optional<TimeRange> range_of(std::string_view timex_value);

}  // namespace stemma
