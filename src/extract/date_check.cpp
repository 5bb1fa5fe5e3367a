#include "extract/date_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "model/calendar.h"

namespace stemma {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

template <class Names>
int index_of(const Names& names, std::string_view word) {
  const auto found = std::find(names.begin(), names.end(), word);
  return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

int number_of(std::string_view word) {
  if (word.empty() || word.size() > 4 || !std::all_of(word.begin(), word.end(), is_ascii_digit))
    return -1;
  int value = 0;
  for (const char c : word) value = value * 10 + (c - '0');
  return value;
}

// "Friday, April 19" or "April 19, 2024": a day as far as the text names it.
struct NamedDay {
  std::optional<int> weekday, day, year;
  int month = 0;
};

std::optional<Day> day_in(const NamedDay& named, int year) {
  const std::chrono::year_month_day day{std::chrono::year(year),
                                        std::chrono::month(static_cast<unsigned>(named.month)),
                                        std::chrono::day(static_cast<unsigned>(*named.day))};
  if (!day.ok()) return std::nullopt;
  return Day(day);
}

// The day whose month is words[i], by the words beside it.
std::optional<NamedDay> named_day_at(const std::vector<Word>& words, std::size_t i) {
  const int month = index_of(kMonths, words[i].folded);
  if (month < 0) return std::nullopt;
  NamedDay named;
  named.month = month + 1;
  std::size_t next = i + 1;
  if (next < words.size()) {
    const int number = number_of(words[next].folded);
    if (number >= 1 && number <= 31) {
      named.day = number;
      ++next;
    }
  }
  if (next < words.size()) {
    const int year = number_of(words[next].folded);
    if (year >= 1900 && year <= 2100) named.year = year;
  }
  if (i > 0) {
    if (const int weekday = index_of(kWeekdays, words[i - 1].folded); weekday >= 0) {
      named.weekday = weekday;
    }
  }
  return named;
}

// Which pairs of letters open a month's name: few words begin with one.
class MonthOpenings {
 public:
  constexpr MonthOpenings() {
    for (const std::string_view month : kMonths) opens_[index(month[0], month[1])] = true;
  }
  bool has(char first, char second) const {
    return is_ascii_letter(first) && is_ascii_letter(second) && opens_[index(first, second)];
  }

 private:
  // Letters without their case.
  static constexpr std::size_t index(char first, char second) {
    return static_cast<std::size_t>(first & 31) << 5 | static_cast<std::size_t>(second & 31);
  }
  std::array<bool, 1024> opens_{};
};
constexpr MonthOpenings kMonthOpenings;

bool opens_month(std::string_view text, std::size_t at) {
  if (!kMonthOpenings.has(text[at], text[at + 1])) return false;
  if (at > 0 && (is_ascii_letter(text[at - 1]) || is_ascii_digit(text[at - 1]))) return false;
  return std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view month) {
    return starts_with_ignoring_case(text.substr(at), month);
  });
}

// Looks for months' names first and splits only what stands around them into words.
std::vector<NamedDay> named_days(std::string_view text) {
  constexpr std::size_t kBefore = 16, kAfter = 32;
  std::vector<NamedDay> days;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (!opens_month(text, at)) continue;
    std::size_t begin = at > kBefore ? at - kBefore : 0;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    const std::size_t end = std::min(text.find_first_of(" \n", at + kAfter), text.size());
    const std::vector<Word> words = words_of(text.substr(begin, end - begin));
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (begin + words[i].span.begin != at) continue;
      if (const auto day = named_day_at(words, i)) days.push_back(*day);
    }
  }
  return days;
}

int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday(day).c_encoding()); }

// The latest month of an explicit year, told in the past, and how many months lie after it.
std::optional<int> latest_year_month(const std::vector<NamedDay>& days, int limit) {
  std::optional<int> latest;
  for (const NamedDay& named : days) {
    if (!named.year) continue;
    const int at = *named.year * 12 + named.month - 1;
    if (at <= limit && (!latest || at > *latest)) latest = at;
  }
  return latest;
}

}  // namespace

std::string contradiction(std::string_view text, std::string_view published) {
  const auto day = day_of(published);
  if (!day) return "";
  const std::chrono::year_month_day date(*day);
  const int year = static_cast<int>(date.year());
  const std::vector<NamedDay> days = named_days(text);
  for (const NamedDay& named : days) {
    if (!named.day || !named.weekday || named.year) continue;
    // The weekday must fall on the date in the year of publication or the one before or after it.
    bool fits = false;
    for (const int candidate : {year - 1, year, year + 1}) {
      const auto there = day_in(named, candidate);
      const bool near = there && std::abs((*there - *day).count()) <= 200;
      fits = fits || (near && weekday_of(*there) == *named.weekday);
    }
    if (!fits) {
      return fmt::format("the text's {}, {} {} falls on another weekday near {}",
                         kWeekdays[static_cast<std::size_t>(*named.weekday)],
                         kMonths[static_cast<std::size_t>(named.month - 1)], *named.day,
                         iso_of(*day));
    }
  }
  return "";
}

std::string silence_before(std::string_view text, std::string_view published) {
  const auto day = day_of(published);
  if (!day) return "";
  const std::chrono::year_month_day date(*day);
  const std::vector<NamedDay> days = named_days(text);
  constexpr int kMonthsOfSilence = 12;
  const int now = static_cast<int>(date.year()) * 12 +
                  static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  if (const auto latest = latest_year_month(days, now);
      latest && now - *latest >= kMonthsOfSilence) {
    // An older year alone is background. Beside months without a year ("In October"), which a
    // reader takes for the latest ones, it is where the report's own time lies.
    int bare = 0;
    for (const NamedDay& named : days) bare += !named.year && !named.weekday ? 1 : 0;
    if (bare > 0) {
      return fmt::format(
          "the last month that the text names with its year is {}-{:02}, {} months "
          "before {}",
          *latest / 12, *latest % 12 + 1, now - *latest, iso_of(*day));
    }
  }
  return "";
}

}  // namespace stemma
