#include "extract/metadata/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

struct MonthName {
  std::string_view start;  // what a month's name begins with, lower case, without accents
  int month;
};
// The longest common beginning over the languages; "ma" needs its third letter.
constexpr std::array kMonths{
    MonthName{"janv", 1}, MonthName{"jan", 1},   MonthName{"ener", 1}, MonthName{"ene", 1},
    MonthName{"genn", 1}, MonthName{"jann", 1},  MonthName{"feb", 2},  MonthName{"fevr", 2},
    MonthName{"fev", 2},  MonthName{"mar", 3},   MonthName{"marz", 3}, MonthName{"maart", 3},
    MonthName{"mrz", 3},  MonthName{"maerz", 3}, MonthName{"apr", 4},  MonthName{"avr", 4},
    MonthName{"abr", 4},  MonthName{"may", 5},   MonthName{"mai", 5},  MonthName{"mayo", 5},
    MonthName{"magg", 5}, MonthName{"mei", 5},   MonthName{"maio", 5}, MonthName{"jun", 6},
    MonthName{"juin", 6}, MonthName{"giugn", 6}, MonthName{"jul", 7},  MonthName{"juil", 7},
    MonthName{"lugl", 7}, MonthName{"aug", 8},   MonthName{"aout", 8}, MonthName{"ago", 8},
    MonthName{"sep", 9},  MonthName{"set", 9},   MonthName{"oct", 10}, MonthName{"okt", 10},
    MonthName{"ott", 10}, MonthName{"out", 10},  MonthName{"nov", 11}, MonthName{"dec", 12},
    MonthName{"dez", 12}, MonthName{"dic", 12}};

constexpr std::size_t kLongestMonth = 10;

// One number or word of a date text.
struct Part {
  bool number = false;
  int value = 0;  // of a number of up to eight digits
  std::size_t digits = 0;
  std::array<char, 12> letters{};  // of a word: lower case, accents dropped; a long one is cut
  std::size_t letter_count = 0;
  char before = ' ';  // the last character before the part that is no blank since the part before
  std::size_t begin = 0, end = 0;

  std::string_view word() const { return {letters.data(), std::min(letter_count, letters.size())}; }
};

char base_letter(char32_t c) {
  switch (c) {
    case 0xE0:
    case 0xE1:
    case 0xE2:
    case 0xE3:
    case 0xE4:
    case 0xC4:
      return 'a';
    case 0xE8:
    case 0xE9:
    case 0xEA:
    case 0xC9:
      return 'e';
    case 0xF9:
    case 0xFA:
    case 0xFB:
    case 0xFC:
      return 'u';
    case 0xE7:
      return 'c';
    case 0xED:
      return 'i';
    default:
      return '?';
  }
}

bool is_any_letter(char32_t c) {
  return c < 0x80 ? is_ascii_letter(static_cast<char>(c)) : is_letter(c);
}

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  parts.reserve(16);
  char before = ' ';
  for (std::size_t i = 0; i < text.size();) {
    Part part;
    part.before = before;
    part.begin = i;
    if (is_ascii_digit(text[i])) {
      part.number = true;
      while (i < text.size() && is_ascii_digit(text[i])) {
        if (++part.digits <= 8) part.value = part.value * 10 + (text[i] - '0');
        ++i;
      }
    } else {
      while (i < text.size()) {
        const Decoded decoded = decode_utf8(text, i);
        if (!is_any_letter(decoded.code_point)) break;
        if (part.letter_count < part.letters.size()) {
          part.letters[part.letter_count] = decoded.code_point < 0x80
                                                ? static_cast<char>(decoded.code_point | 0x20)
                                                : base_letter(decoded.code_point);
        }
        ++part.letter_count;
        i += decoded.size;
      }
      if (part.letter_count == 0) {
        if (text[i] != ' ') before = text[i];
        ++i;
        continue;
      }
    }
    part.end = i;
    before = ' ';
    parts.push_back(part);
  }
  return parts;
}

int month_of(std::string_view word) {
  if (word.size() > kLongestMonth || word.size() < 3) return 0;
  for (const MonthName& name : kMonths) {
    if (word.starts_with(name.start)) return name.month;
  }
  return 0;
}

std::optional<Day> day_from(int year, int month, int day) {
  if (year < 1990 || year > 2100) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (month < 1 || day < 1 || !date.ok()) return std::nullopt;
  return Day(date);
}

std::string iso(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

struct Found {
  Day day;
  std::size_t next = 0;  // the part after the date
};

int full_year(const Part& part) {
  if (part.digits == 4) return part.value;
  return part.digits == 2 ? 2000 + part.value : 0;
}

// "2024-05-03", "03.05.2024", "05/03/24".
std::optional<Day> numeric(const Part& a, const Part& b, const Part& c, bool month_first) {
  if (a.digits == 4) return day_from(a.value, b.value, c.value);
  if (a.digits > 2 || b.digits > 2) return std::nullopt;
  const int year = full_year(c);
  const auto day_then_month = day_from(year, b.value, a.value);
  const auto month_then_day = day_from(year, a.value, b.value);
  // Points and hyphens are European; a stroke may be either.
  const bool american = month_first && b.before == '/';
  if (american) return month_then_day ? month_then_day : day_then_month;
  return day_then_month ? day_then_month : month_then_day;
}

std::optional<Found> date_at(const std::vector<Part>& parts, std::size_t i, bool month_first) {
  const auto number = [&](std::size_t k) { return k < parts.size() && parts[k].number; };
  const auto month = [&](std::size_t k) {
    return k < parts.size() && !parts[k].number ? month_of(parts[k].word()) : 0;
  };
  const Part& a = parts[i];
  if (a.number && a.digits == 8) {
    if (const auto day = day_from(a.value / 10000, a.value / 100 % 100, a.value % 100)) {
      return Found{*day, i + 1};
    }
  }
  if (number(i) && number(i + 1) && number(i + 2)) {
    const char one = parts[i + 1].before, two = parts[i + 2].before;
    if (one == two && (one == '-' || one == '/' || one == '.')) {
      if (const auto day = numeric(a, parts[i + 1], parts[i + 2], month_first)) {
        return Found{*day, i + 3};
      }
    }
  }
  // "3 May 2024", "3rd of May, 2024", "3. Mai 2024", "3 de mayo de 2024".
  if (number(i) && a.digits <= 2) {
    std::size_t k = i + 1;
    for (int skip = 0; skip < 2 && k < parts.size() && !parts[k].number && month(k) == 0; ++skip)
      ++k;
    std::size_t y = k + 1;
    while (y < parts.size() && y < k + 3 && !parts[y].number) ++y;
    if (month(k) != 0 && number(y) && (parts[y].digits == 4 || parts[y].digits == 2)) {
      if (const auto day = day_from(full_year(parts[y]), month(k), a.value))
        return Found{*day, y + 1};
    }
  }
  // "May 3, 2024", "May 3rd 2024".
  if (month(i) != 0 && number(i + 1) && parts[i + 1].digits <= 2) {
    std::size_t y = i + 2;
    while (y < parts.size() && y < i + 4 && !parts[y].number) ++y;
    if (number(y) && parts[y].digits == 4) {
      if (const auto day = day_from(parts[y].value, month(i), parts[i + 1].value)) {
        return Found{*day, y + 1};
      }
    }
  }
  return std::nullopt;
}

// "T10:08:00.000+0200", " 10:08 Z" after the date; empty when there is no time or no zone that a
// machine wrote.
std::string time_after(std::string_view text, const std::vector<Part>& parts, std::size_t next) {
  std::size_t i = next;
  if (i < parts.size() && parts[i].word() == "t") ++i;
  if (i + 1 >= parts.size() || !parts[i].number || !parts[i + 1].number ||
      parts[i + 1].before != ':' || parts[i].digits > 2 || parts[i + 1].digits != 2 ||
      parts[i].value > 23 || parts[i + 1].value > 59) {
    return {};
  }
  const int hour = parts[i].value, minute = parts[i + 1].value;
  int second = 0;
  std::size_t k = i + 2;
  if (k < parts.size() && parts[k].number && parts[k].before == ':' && parts[k].digits == 2) {
    second = parts[k].value;
    ++k;
    if (k < parts.size() && parts[k].number && parts[k].before == '.') ++k;  // fractions
  }
  std::string zone;
  if (k < parts.size() &&
      (parts[k].word() == "z" || parts[k].word() == "gmt" || parts[k].word() == "utc")) {
    zone = "Z";
  } else if (k < parts.size() && parts[k].number &&
             (parts[k].before == '+' || parts[k].before == '-')) {
    const int value = parts[k].value;
    int hours = value, minutes = 0;
    if (parts[k].digits == 4) {
      hours = value / 100;
      minutes = value % 100;
    } else if (k + 1 < parts.size() && parts[k + 1].number && parts[k + 1].before == ':') {
      minutes = parts[k + 1].value;
    }
    if (hours > 14 || minutes > 59) return {};
    zone = hours == 0 && minutes == 0
               ? "Z"
               : fmt::format("{}{:02}:{:02}", parts[k].before, hours, minutes);
  }
  const bool machine = parts[i].begin > 0 && (text[parts[i].begin - 1] == 'T' || !zone.empty() ||
                                              (text[parts[i].begin - 1] == ' ' && k > i + 2));
  if (!machine || second > 59) return {};
  return fmt::format("T{:02}:{:02}:{:02}{}", hour, minute, second, zone);
}

}  // namespace

std::optional<WrittenDate> read_date(std::string_view text, bool month_first) {
  text = text.substr(0, kDateBytes);
  // "2024-05-03T10:08" must not read as one word "03T10".
  const std::vector<Part> parts = parts_of(text);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (const auto found = date_at(parts, i, month_first)) {
      return WrittenDate{iso(found->day) + time_after(text, parts, found->next), found->day};
    }
  }
  return std::nullopt;
}

std::optional<WrittenDate> date_in_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::vector<Part> parts = parts_of(url.substr(0, 2 * kDateBytes));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& a = parts[i];
    if (!a.number) continue;
    const bool compact = a.digits == 8;
    const bool spelled = a.digits == 4 && i + 2 < parts.size() && parts[i + 1].number &&
                         parts[i + 2].number && parts[i + 1].digits <= 2 &&
                         parts[i + 2].digits <= 2 && parts[i + 1].before == parts[i + 2].before;
    const bool named = a.digits == 4 && i + 2 < parts.size() &&
                       month_of(parts[i + 1].word()) != 0 && parts[i + 1].word().size() == 3 &&
                       parts[i + 2].number && parts[i + 2].digits <= 2;
    std::optional<Day> day;
    if (compact) day = day_from(a.value / 10000, a.value / 100 % 100, a.value % 100);
    if (spelled) day = day_from(a.value, parts[i + 1].value, parts[i + 2].value);
    if (named) day = day_from(a.value, month_of(parts[i + 1].word()), parts[i + 2].value);
    if (day) return WrittenDate{iso(*day), *day};
  }
  return std::nullopt;
}

}  // namespace stemma
