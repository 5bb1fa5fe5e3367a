#include "model/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/text.h"

namespace stemma {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

/// Reads a value from left to right. Every `take` leaves the rest untouched when it does not fit.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

  bool take(std::string_view literal) {
    if (!rest_.starts_with(literal)) return false;
    rest_.remove_prefix(literal.size());
    return true;
  }

  /// Exactly `width` digits.
  std::optional<int> take_number(std::size_t width) {
    if (rest_.size() < width) return std::nullopt;
    int number = 0;
    for (const char c : rest_.substr(0, width)) {
      if (!is_ascii_digit(c)) return std::nullopt;
      number = number * 10 + (c - '0');
    }
    rest_.remove_prefix(width);
    return number;
  }

 private:
  std::string_view rest_;
};

Day first_day(int of_year, unsigned of_month = 1) {
  return year_month_day{year{of_year}, std::chrono::month{of_month}, std::chrono::day{1}};
}

Day months_after(Day first_of_month, int count) {
  return year_month_day{first_of_month} + months{count};
}

TimeRange whole_months(Day begin, int count, Grain grain) {
  return {begin, months_after(begin, count), grain, std::nullopt, {}};
}

Day first_monday(int of_year) {
  // ISO 8601: week 1 is the week that holds 4 January.
  return monday_of(first_day(of_year) + days{3});
}

struct DayPart {
  std::string_view code;
  Minutes minutes;
};
constexpr std::array kDayParts{
    DayPart{"MO", {5 * 60, 12 * 60}},  DayPart{"MI", {11 * 60, 14 * 60}},
    DayPart{"AF", {12 * 60, 18 * 60}}, DayPart{"EV", {17 * 60, 24 * 60}},
    DayPart{"NI", {18 * 60, 30 * 60}}, DayPart{"DT", {6 * 60, 18 * 60}},
};

/// "TMO", "T14", "T14:30", "T14:30:00Z", "T14:30+02:00": what follows the minutes is not looked at.
bool read_time(Scanner& scanner, TimeRange& range) {
  if (!scanner.take("T")) return scanner.done();
  for (const DayPart& part : kDayParts) {
    if (!scanner.take(part.code)) continue;
    range.minutes = part.minutes;
    return scanner.done();
  }
  const auto hour = scanner.take_number(2);
  if (!hour || *hour > 24) return false;
  range.minute = *hour * 60;
  range.minutes = {*hour * 60, *hour * 60 + 60};
  range.grain = Grain::minute;
  if (!scanner.take(":")) return true;
  const auto minute = scanner.take_number(2);
  if (!minute || *minute > 59) return false;
  range.minute = *hour * 60 + *minute;
  range.minutes = {*range.minute, *range.minute + 1};
  return true;
}

std::optional<TimeRange> read_week(Scanner& scanner, int of_year) {
  const auto number = scanner.take_number(2);
  if (!number || *number < 1 || *number > 53) return std::nullopt;
  const Day monday = first_monday(of_year) + days{7 * (*number - 1)};
  if (scanner.done()) return TimeRange{monday, monday + days{7}, Grain::week, std::nullopt, {}};
  if (!scanner.take("-")) return std::nullopt;
  if (scanner.take("WE")) {
    if (!scanner.done()) return std::nullopt;
    return TimeRange{monday + days{5}, monday + days{7}, Grain::weekend, std::nullopt, {}};
  }
  const auto weekday = scanner.take_number(1);
  if (!weekday || *weekday < 1 || *weekday > 7) return std::nullopt;
  const Day day = monday + days{*weekday - 1};
  TimeRange range{day, day + days{1}, Grain::day, std::nullopt, {}};
  return read_time(scanner, range) ? std::optional{range} : std::nullopt;
}

struct YearPart {
  std::string_view code;
  unsigned first_month;
  int months;
  Grain grain;
};
constexpr std::array kYearParts{
    YearPart{"SP", 3, 3, Grain::season},    YearPart{"SU", 6, 3, Grain::season},
    YearPart{"FA", 9, 3, Grain::season},    YearPart{"WI", 12, 3, Grain::season},
    YearPart{"Q1", 1, 3, Grain::quarter},   YearPart{"Q2", 4, 3, Grain::quarter},
    YearPart{"Q3", 7, 3, Grain::quarter},   YearPart{"Q4", 10, 3, Grain::quarter},
    YearPart{"H1", 1, 6, Grain::half_year}, YearPart{"H2", 7, 6, Grain::half_year},
};

std::optional<TimeRange> read_month_and_day(Scanner& scanner, int of_year) {
  const auto month = scanner.take_number(2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const Day first = first_day(of_year, static_cast<unsigned>(*month));
  if (scanner.done()) return whole_months(first, 1, Grain::month);
  if (!scanner.take("-")) return std::nullopt;
  const auto number = scanner.take_number(2);
  if (!number || *number < 1) return std::nullopt;
  const Day day = first + days{*number - 1};
  if (day >= months_after(first, 1)) return std::nullopt;
  TimeRange range{day, day + days{1}, Grain::day, std::nullopt, {}};
  return read_time(scanner, range) ? std::optional{range} : std::nullopt;
}

std::optional<TimeRange> read_part_of_year(Scanner& scanner, int of_year) {
  if (scanner.take("W")) {
    // "2023-WI" is a winter, "2023-W18" a week.
    if (scanner.rest() == "I") return whole_months(first_day(of_year, 12), 3, Grain::season);
    return read_week(scanner, of_year);
  }
  for (const YearPart& part : kYearParts) {
    if (scanner.rest() != part.code) continue;
    return whole_months(first_day(of_year, part.first_month), part.months, part.grain);
  }
  return read_month_and_day(scanner, of_year);
}

/// "19" is a century, "199" a decade.
std::optional<TimeRange> read_years(std::string_view value) {
  const bool is_decade = value.size() == 3;
  Scanner scanner(value);
  const auto number = scanner.take_number(value.size());
  if (!number) return std::nullopt;
  const int count = is_decade ? 10 : 100;
  return whole_months(first_day(*number * count), count * 12,
                      is_decade ? Grain::decade : Grain::century);
}

}  // namespace

std::optional<Day> day_of(std::string_view iso) {
  if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return std::nullopt;
  Scanner scanner(iso.substr(0, 10));
  const auto of_year = scanner.take_number(4);
  if (!of_year || !scanner.take("-")) return std::nullopt;
  const auto range = read_month_and_day(scanner, *of_year);
  if (!range || range->grain != Grain::day) return std::nullopt;
  return range->begin;
}

std::string iso_of(Day day) {
  const year_month_day date{day};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u",
                std::clamp(static_cast<int>(date.year()), 0, 9999),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

Day monday_of(Day day) { return day - days{std::chrono::weekday{day}.iso_encoding() - 1}; }

std::string week_value(Day day) {
  const Day monday = monday_of(day);
  // ISO 8601: a week belongs to the year of its Thursday.
  const int of_year = static_cast<int>(year_month_day{monday + days{3}}.year());
  const auto number = (monday - first_monday(of_year)).count() / 7 + 1;
  char text[16];
  std::snprintf(text, sizeof text, "%04d-W%02d", std::clamp(of_year, 0, 9999),
                static_cast<int>(number));
  return text;
}

std::string month_value(Day day) { return iso_of(day).substr(0, 7); }

std::string quarter_value(Day day) {
  const unsigned month = static_cast<unsigned>(year_month_day{day}.month());
  return iso_of(day).substr(0, 5) + "Q" + std::to_string((month - 1) / 3 + 1);
}

std::optional<TimeRange> range_of(std::string_view timex_value) {
  if (timex_value.size() == 2 || timex_value.size() == 3) return read_years(timex_value);
  Scanner scanner(timex_value);
  const auto of_year = scanner.take_number(4);
  if (!of_year) return std::nullopt;
  if (scanner.done()) return whole_months(first_day(*of_year), 12, Grain::year);
  if (!scanner.take("-")) return std::nullopt;
  return read_part_of_year(scanner, *of_year);
}

}  // namespace stemma
