#include "report/printed_time.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/text.h"

namespace stemma {
namespace {

using Names = std::pair<std::string_view, std::string_view>;
constexpr std::array<Names, 6> kDayParts = {{{"MO", "morning"},
                                             {"MI", "noon"},
                                             {"AF", "afternoon"},
                                             {"EV", "evening"},
                                             {"NI", "night"},
                                             {"DT", "daytime"}}};
constexpr std::array<Names, 4> kSeasons = {
    {{"SP", "spring"}, {"SU", "summer"}, {"FA", "autumn"}, {"WI", "winter"}}};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

template <std::size_t N>
std::string_view named(const std::array<Names, N>& names, std::string_view code) {
  for (const auto& [key, name] : names) {
    if (key == code) return name;
  }
  return {};
}

// "05" → 5; 0 for anything else.
std::size_t two_digits(std::string_view text) {
  if (text.size() != 2 || !is_ascii_digit(text[0]) || !is_ascii_digit(text[1])) return 0;
  return static_cast<std::size_t>(text[0] - '0') * 10 + static_cast<std::size_t>(text[1] - '0');
}

std::string printed_date(std::string_view date) {
  if (date.starts_with("XXXX-WXX-") && date.size() == 10) {
    const auto day = static_cast<std::size_t>(date[9] - '1');
    if (day < kWeekdays.size()) return std::string(kWeekdays[day]);
  }
  if (date.starts_with("XXXX-") && (date.size() == 7 || date.size() == 10)) {
    const std::size_t month = two_digits(date.substr(5, 2));
    if (month >= 1 && month <= kMonths.size()) {
      const std::size_t day = date.size() == 10 ? two_digits(date.substr(8)) : 0;
      const std::string_view name = kMonths[month - 1];
      return day == 0 ? std::string(name) : fmt::format("{} {}", day, name);
    }
  }
  if (date.size() == 7 && date[4] == '-') {
    const std::string_view season = named(kSeasons, date.substr(5));
    if (!season.empty()) return fmt::format("{} {}", season, date.substr(0, 4));
  }
  if (date.size() == 8 && date.substr(4, 2) == "-W") {
    return fmt::format("week {} of {}", two_digits(date.substr(6)), date.substr(0, 4));
  }
  return std::string(date);
}

}  // namespace

std::string printed_time(std::string_view value) {
  const std::size_t mark = value.find('T');
  if (value.starts_with('P')) return std::string(value);  // a duration or a reference
  if (mark == std::string_view::npos || mark == 0) return printed_date(value);
  const std::string_view time = value.substr(mark + 1);
  const std::string_view part = named(kDayParts, time);
  if (part.empty() && (time.empty() || !is_ascii_digit(time[0]))) return std::string(value);
  return fmt::format("{}, {}", printed_date(value.substr(0, mark)), part.empty() ? time : part);
}

std::string printed_value(const Variant& variant, const Reading& reading) {
  return variant.kind == Variant::Kind::time ? printed_time(reading.value) : reading.value;
}

}  // namespace stemma
