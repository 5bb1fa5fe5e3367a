#include "annotate/timex_forms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace stemma {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

constexpr double kMostUnits = 5000;
constexpr double kMostCounted = 1e15;  // in a duration; what more is counted is no length of time

Day first_of_month(Day day) {
  const year_month_day date{day};
  return date.year() / date.month() / 1;
}

}  // namespace

std::string padded(int number, int width) {
  return fmt::format("{:0{}}", std::clamp(number, 0, 9999), width);
}

int year_of(Day day) { return static_cast<int>(year_month_day{day}.year()); }
int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month()));
}

Day months_from(Day day, int count) {
  const year_month_day first{first_of_month(day)};
  const year_month_day moved = first + months{count};
  const auto last = year_month_day{moved.year() / moved.month() / std::chrono::last}.day();
  return moved.year() / moved.month() / std::min(year_month_day{day}.day(), last);
}

std::optional<Day> day_in(int year, int month, int day) {
  const year_month_day date{std::chrono::year{year},
                            std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

std::string length_value(double number, char unit, bool few) {
  constexpr std::string_view kClockUnits = "hms";
  const bool is_clock = kClockUnits.find(unit) != std::string_view::npos;
  double count = std::min(number, kMostCounted);
  char code = is_clock ? static_cast<char>(unit - 'a' + 'A') : unit;
  if (unit == 'E') count *= 10, code = 'Y';
  if (unit == 'C') count *= 100, code = 'Y';
  if (unit == 'L') count *= 1000, code = 'Y';
  if (unit == 'F') count *= 2, code = 'W';
  if (unit == 'H') count *= 6, code = 'M';
  if (unit == 'S') count *= 6, code = 'M';
  std::string text = is_clock ? "PT" : "P";
  if (unit == 'w') return few ? "PXWE" : fmt::format("P{}WE", static_cast<long long>(count));
  if (few) return fmt::format("{}X{}", text, code);
  const double whole = std::floor(count);
  text += std::to_string(static_cast<long long>(whole));
  text += code;
  const double rest = count - whole;
  if (rest > 0.01) {
    // "two and a half years": the half in the next smaller unit.
    constexpr std::array<std::pair<char, std::pair<double, char>>, 6> kSmaller{{{'Y', {12, 'M'}},
                                                                                {'M', {30, 'D'}},
                                                                                {'W', {7, 'D'}},
                                                                                {'D', {24, 'H'}},
                                                                                {'H', {60, 'M'}},
                                                                                {'S', {10, 'S'}}}};
    const char from = is_clock && code == 'M' ? 'H' : code;
    const auto at = std::ranges::find(kSmaller, from, [](const auto& pair) { return pair.first; });
    if (at == kSmaller.end()) return text;
    const char to = is_clock && code == 'M' ? 'S' : at->second.second;
    if (code == 'D') text += 'T';
    const std::string tail = fmt::format("{}{}", std::lround(rest * at->second.first), to);
    if (whole == 0) text = (is_clock || code == 'D') ? "PT" : "P";
    text += tail;
  }
  return text;
}

std::optional<std::string> shifted(Day day, double count, char unit) {
  if (std::abs(count) > kMostUnits) return std::nullopt;
  const int whole = static_cast<int>(std::lround(count));
  switch (unit) {
    case 'D':
      return iso_of(day + days{whole});
    case 'W':
      return week_value(day + days{7 * whole});
    case 'F':
      return week_value(day + days{14 * whole});
    case 'w':
      return week_value(day + days{7 * whole}) + "-WE";
    case 'M':
      return month_value(months_from(day, whole));
    case 'Q':
      return quarter_value(months_from(day, 3 * whole));
    case 'H': {
      const Day there = months_from(day, 6 * whole);
      return padded(year_of(there), 4) + (month_of(there) <= 6 ? "-H1" : "-H2");
    }
    case 'Y':
      return padded(year_of(day) + static_cast<int>(std::floor(count + 0.25)), 4);
    case 'E':
      return padded(year_of(day) + 10 * whole, 4);
    case 'C':
      return padded(year_of(day) + 100 * whole, 4);
    default:
      return std::nullopt;
  }
}

std::optional<std::string> unit_value(Day day, int count, char unit) {
  if (unit == 'E') return padded(year_of(day) / 10 + count, 3);
  if (unit == 'C') return padded(year_of(day) / 100 + count, 2);
  return shifted(day, count, unit);
}

std::string unknown_unit(char unit) {
  switch (unit) {
    case 'W':
      return "XXXX-WXX";
    case 'w':
      return "XXXX-WXX-WE";
    case 'M':
      return "XXXX-XX";
    case 'Q':
      return "XXXX-QX";
    case 'H':
      return "XXXX-HX";
    case 'D':
      return "XXXX-XX-XX";
    default:
      return "XXXX";
  }
}

}  // namespace stemma
