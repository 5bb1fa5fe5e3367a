#include "annotate/holidays.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/text.h"

namespace stemma {
namespace {

using std::chrono::days;

enum class Basis : std::uint8_t { fixed, weekday, easter };

struct Holiday {
  std::string_view name;  ///< its words, one blank between lexemes
  Basis basis;
  unsigned month = 0;    ///< fixed and weekday
  int number = 0;        ///< day of the month; which weekday (-1: the last); days from Easter
  unsigned weekday = 0;  ///< ISO: Monday is 1
  int shift = 0;         ///< days after that weekday
};

/// Longer names before their beginnings.
constexpr std::array kHolidays{
    Holiday{"Ash Wednesday", Basis::easter, 0, -46},
    Holiday{"Bastille Day", Basis::fixed, 7, 14},
    Holiday{"Black Friday", Basis::weekday, 11, 4, 4, 1},
    Holiday{"Boxing Day", Basis::fixed, 12, 26},
    Holiday{"Christmas Day", Basis::fixed, 12, 25},
    Holiday{"Christmas Eve", Basis::fixed, 12, 24},
    Holiday{"Christmas", Basis::fixed, 12, 25},
    Holiday{"Columbus Day", Basis::weekday, 10, 2, 1},
    Holiday{"Easter Monday", Basis::easter, 0, 1},
    Holiday{"Easter Sunday", Basis::easter, 0, 0},
    Holiday{"Easter", Basis::easter, 0, 0},
    Holiday{"Election Day", Basis::weekday, 11, 1, 1, 1},
    Holiday{"Father 's Day", Basis::weekday, 6, 3, 7},
    Holiday{"Father ’s Day", Basis::weekday, 6, 3, 7},
    Holiday{"Fourth of July", Basis::fixed, 7, 4},
    Holiday{"Good Friday", Basis::easter, 0, -2},
    Holiday{"Halloween", Basis::fixed, 10, 31},
    Holiday{"Independence Day", Basis::fixed, 7, 4},
    Holiday{"Juneteenth", Basis::fixed, 6, 19},
    Holiday{"Labor Day", Basis::weekday, 9, 1, 1},
    Holiday{"Martin Luther King Day", Basis::weekday, 1, 3, 1},
    Holiday{"May Day", Basis::fixed, 5, 1},
    Holiday{"Memorial Day", Basis::weekday, 5, -1, 1},
    Holiday{"Mother 's Day", Basis::weekday, 5, 2, 7},
    Holiday{"Mother ’s Day", Basis::weekday, 5, 2, 7},
    Holiday{"New Year 's Day", Basis::fixed, 1, 1},
    Holiday{"New Year ’s Day", Basis::fixed, 1, 1},
    Holiday{"New Year 's Eve", Basis::fixed, 12, 31},
    Holiday{"New Year ’s Eve", Basis::fixed, 12, 31},
    Holiday{"Palm Sunday", Basis::easter, 0, -7},
    Holiday{"Presidents ' Day", Basis::weekday, 2, 3, 1},
    Holiday{"Presidents ’ Day", Basis::weekday, 2, 3, 1},
    Holiday{"Thanksgiving Day", Basis::weekday, 11, 4, 4},
    Holiday{"Thanksgiving", Basis::weekday, 11, 4, 4},
    Holiday{"Valentine 's Day", Basis::fixed, 2, 14},
    Holiday{"Valentine ’s Day", Basis::fixed, 2, 14},
    Holiday{"Veterans Day", Basis::fixed, 11, 11},
};

Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(n / 31)} /
         std::chrono::day{static_cast<unsigned>(n % 31 + 1)};
}

Day nth_weekday(int year, const Holiday& holiday) {
  const std::chrono::weekday weekday{holiday.weekday};
  const auto month = std::chrono::year{year} / std::chrono::month{holiday.month};
  if (holiday.number < 0) return Day{month / weekday[std::chrono::last]};
  return Day{month / weekday[static_cast<unsigned>(holiday.number)]};
}

/// Lexemes that the name covers at a place, or 0.
std::size_t length_at(std::string_view text, const std::vector<Lexeme>& lexemes, std::size_t at,
                      std::string_view name) {
  std::size_t count = 0;
  for (const std::string_view word : split(name, ' ')) {
    if (at + count >= lexemes.size() || cut(text, lexemes[at + count].span) != word) return 0;
    ++count;
  }
  return count;
}

}  // namespace

void merge_holidays(std::string_view text, std::vector<Lexeme>& lexemes) {
  std::size_t out = 0;
  for (std::size_t at = 0; at < lexemes.size();) {
    std::size_t length = 0, which = 0;
    const char first = text[lexemes[at].span.begin];
    for (; is_ascii_upper(first) && which < kHolidays.size(); ++which) {
      if (kHolidays[which].name[0] != first) continue;
      length = length_at(text, lexemes, at, kHolidays[which].name);
      if (length != 0) break;
    }
    Lexeme lexeme = lexemes[at];
    if (length != 0) {
      lexeme.sorts = bit(Sort::holiday);
      lexeme.value = static_cast<int>(which);
      lexeme.span.end = lexemes[at + length - 1].span.end;
      lexeme.last_token = lexemes[at + length - 1].last_token;
    }
    lexemes[out++] = lexeme;
    at += std::max<std::size_t>(length, 1);
  }
  lexemes.resize(out);
}

Day day_of_holiday(std::size_t holiday, int year) {
  const Holiday& it = kHolidays[holiday];
  switch (it.basis) {
    case Basis::fixed:
      return std::chrono::year{year} / std::chrono::month{it.month} /
             std::chrono::day{static_cast<unsigned>(it.number)};
    case Basis::weekday:
      return nth_weekday(year, it) + days{it.shift};
    case Basis::easter:
      return easter(year) + days{it.number};
  }
  return {};
}

}  // namespace stemma
