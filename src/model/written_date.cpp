#include "model/written_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "model/date_words.h"

namespace stemma {
namespace {

struct Zone {
  std::string_view name, offset;
};
// RFC 822, section 5, and the abbreviations of Europe that name one offset only.
constexpr std::array kZones{Zone{"gmt", "Z"},       Zone{"ut", "Z"},        Zone{"utc", "Z"},
                            Zone{"z", "Z"},         Zone{"est", "-05:00"},  Zone{"edt", "-04:00"},
                            Zone{"cst", "-06:00"},  Zone{"cdt", "-05:00"},  Zone{"mst", "-07:00"},
                            Zone{"mdt", "-06:00"},  Zone{"pst", "-08:00"},  Zone{"pdt", "-07:00"},
                            Zone{"cet", "+01:00"},  Zone{"cest", "+02:00"}, Zone{"eet", "+02:00"},
                            Zone{"eest", "+03:00"}, Zone{"wet", "Z"},       Zone{"west", "+01:00"}};

// One number or word of a date text.
struct Part {
  bool number = false;
  int value = 0;  // of a number of up to eight digits
  std::size_t digits = 0;
  std::array<char, 14> letters{};  // of a word: lower case, accents dropped; a long one is cut
  std::size_t letter_count = 0;
  char before = ' ';  // the last character before the part that is no blank since the part before
  std::size_t begin = 0, end = 0;

  std::string_view word() const { return {letters.data(), std::min(letter_count, letters.size())}; }
};

// From U+0430 to U+0457, for telling months' names: one Latin letter each, a blank for signs.
constexpr std::string_view kCyrillic = "abvgdezziyklmnoprstufhccss y euaeedgesii";
// From U+0621 to U+064A; x and v for sounds that Latin writes with two letters.
constexpr std::string_view kArabic = "aaawayabhtvjhhddrzsxsdtzag     _fqklmnhwyy";

// From U+03B1 to U+03C9.
constexpr std::string_view kGreek = "avgdezitiklmnxoprsstufhyo";

char base_letter(char32_t c) {
  struct Letters {
    std::u32string_view from;
    char to;
  };
  static constexpr std::array kLetters{
      Letters{U"àáâãäåÀÁÂÃÄÅăâ", 'a'}, Letters{U"èéêëěÈÉÊËę", 'e'}, Letters{U"ùúûüůÙÚÛÜ", 'u'},
      Letters{U"çčćÇČ", 'c'}, Letters{U"ìíîïıİ", 'i'}, Letters{U"źżžŹŻŽ", 'z'},
      Letters{U"śşšŚŞŠ", 's'}, Letters{U"řŘ", 'r'}, Letters{U"ğ", 'g'},
      // Year, month and day, which stand after their numbers.
      Letters{U"年년", 'Y'}, Letters{U"月월", 'M'}, Letters{U"日일", 'D'},
      // Hour, which stands after its number too.
      Letters{U"時时시", 'H'}, Letters{U"άΆ", 'a'}, Letters{U"έΈ", 'e'}, Letters{U"ήίϊΐ", 'i'},
      Letters{U"όώ", 'o'}, Letters{U"ύ", 'u'}};
  if (c >= 0x410 && c < 0x430) c += 0x20;
  if (c >= 0x430 && c < 0x430 + kCyrillic.size()) return kCyrillic[c - 0x430];
  if (c >= 0x391 && c <= 0x3A9) c += 0x20;
  if (c >= 0x3B1 && c < 0x3B1 + kGreek.size()) return kGreek[c - 0x3B1];
  if (c >= 0x621 && c < 0x621 + kArabic.size()) return kArabic[c - 0x621];
  for (const Letters& letters : kLetters) {
    if (letters.from.find(c) != std::u32string_view::npos) return letters.to;
  }
  return '?';
}

// A digit: of ASCII, of Arabic script or wide.
struct Digit {
  int value = 0;
  std::size_t size = 0;  // 0: there is none
};

Digit digit_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  if (static_cast<unsigned char>(text[at]) < 0x80) {
    return is_ascii_digit(text[at]) ? Digit{text[at] - '0', 1} : Digit{};
  }
  const Decoded decoded = decode_utf8(text, at);
  for (const char32_t zero : {U'\u0660', U'\u06F0', U'\uFF10'}) {
    if (decoded.code_point >= zero && decoded.code_point <= zero + 9) {
      return {static_cast<int>(decoded.code_point - zero), decoded.size};
    }
  }
  return {};
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
    if (digit_at(text, i).size != 0) {
      part.number = true;
      for (Digit digit = digit_at(text, i); digit.size != 0; digit = digit_at(text, i)) {
        if (++part.digits <= 8) part.value = part.value * 10 + digit.value;
        i += digit.size;
      }
    } else {
      while (i < text.size()) {
        const Decoded decoded = decode_utf8(text, i);
        if (!is_any_letter(decoded.code_point)) break;
        const char letter = decoded.code_point < 0x80 ? static_cast<char>(decoded.code_point | 0x20)
                                                      : base_letter(decoded.code_point);
        if (part.letter_count < part.letters.size()) part.letters[part.letter_count] = letter;
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

std::optional<Day> day_from(int year, int month, int day) {
  if (year < 1990 || year > 2100) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (month < 1 || day < 1 || !date.ok()) return std::nullopt;
  return Day(date);
}

struct Found {
  Day day;
  std::size_t next = 0;   // the part after the date
  std::size_t clock = 0;  // the part a clock may begin with
  std::optional<Day> other = std::nullopt;
};

int full_year(const Part& part) {
  if (part.digits == 4) return part.value;
  return part.digits == 2 ? part.value + (part.value < 50 ? 2000 : 1900) : 0;
}

// "2024-05-03", "03.05.2024", "05/03/24" at parts[i].
std::optional<Found> numeric(const std::vector<Part>& parts, std::size_t i, bool month_first) {
  const Part &a = parts[i], &b = parts[i + 1], &c = parts[i + 2];
  const std::size_t next = i + 3;
  if (a.digits == 4) {
    const auto day = day_from(a.value, b.value, c.value);
    return day ? std::optional(Found{*day, next, next}) : std::nullopt;
  }
  if (a.digits > 2 || b.digits > 2) return std::nullopt;
  const int year = full_year(c);
  auto first = day_from(year, b.value, a.value), second = day_from(year, a.value, b.value);
  // Points are European, and hyphens mostly; a stroke may be either.
  if (month_first && b.before == '/') std::swap(first, second);
  if (!first) std::swap(first, second);
  if (!first) return std::nullopt;
  if (b.before == '.' || second == first) second.reset();
  return Found{*first, next, next, second};
}

// "2024年5月3日" at parts[i].
std::optional<Found> counted(const std::vector<Part>& parts, std::size_t i) {
  constexpr std::string_view kUnits = "YMD";
  if (i + 2 * kUnits.size() > parts.size() || parts[i].digits != 4) return std::nullopt;
  for (std::size_t k = 0; k < kUnits.size(); ++k) {
    const Part &count = parts[i + 2 * k], &unit = parts[i + 2 * k + 1];
    if (!count.number || unit.number || !unit.word().starts_with(kUnits[k])) return std::nullopt;
  }
  const auto day = day_from(parts[i].value, parts[i + 2].value, parts[i + 4].value);
  std::size_t clock = i + 6;
  // The day of the week: "(金)".
  if (clock < parts.size() && !parts[clock].number && parts[clock].letter_count == 1) ++clock;
  return day ? std::optional(Found{*day, i + 6, clock}) : std::nullopt;
}

// Where the year of "May 03 10:15:00 CEST 2024" stands, from the clock's part on; 0 for none.
std::size_t year_after_clock(const std::vector<Part>& parts, std::size_t clock) {
  constexpr std::size_t kClockParts = 3;
  const auto number = [&](std::size_t k) { return k < parts.size() && parts[k].number; };
  for (std::size_t k = 0; k < kClockParts; ++k) {
    if (!number(clock + k) || parts[clock + k].digits != 2) return 0;
    if (k > 0 && parts[clock + k].before != ':') return 0;
  }
  std::size_t year = clock + kClockParts;
  if (year < parts.size() && !parts[year].number) ++year;
  return number(year) && parts[year].digits == 4 ? year : 0;
}

std::optional<Found> date_at(const std::vector<Part>& parts, std::size_t i, bool month_first) {
  const auto number = [&](std::size_t k) { return k < parts.size() && parts[k].number; };
  const auto month = [&](std::size_t k) {
    return k < parts.size() && !parts[k].number ? month_of(parts[k].word()) : 0;
  };
  const Part& a = parts[i];
  if (a.number && a.digits == 8) {
    if (const auto day = day_from(a.value / 10000, a.value / 100 % 100, a.value % 100)) {
      return Found{*day, i + 1, i + 1};
    }
  }
  if (a.number) {
    if (const auto found = counted(parts, i)) return found;
  }
  if (number(i) && number(i + 1) && number(i + 2)) {
    const char one = parts[i + 1].before, two = parts[i + 2].before;
    if (one == two && (one == '-' || one == '/' || one == '.')) {
      if (const auto found = numeric(parts, i, month_first)) return found;
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
        return Found{*day, y + 1, y + 1};
    }
  }
  // "2024. május 3.", "2024 May 3", no year before another date.
  if (number(i) && a.digits == 4 && month(i + 1) != 0 && number(i + 2) &&
      parts[i + 2].digits <= 2 && !(number(i + 3) && parts[i + 3].digits == 4)) {
    if (const auto day = day_from(a.value, month(i + 1), parts[i + 2].value)) {
      return Found{*day, i + 3, i + 3};
    }
  }
  // "May 3, 2024", "May 3rd 2024"; in "mardi 7 mai 2024" and "martes 7 de mayo" another word is the
  // month, and the first begins like one.
  const auto is_other_month = [&] {
    return month(i + 2) != 0 || (i + 2 < parts.size() && !parts[i + 2].number && month(i + 3) != 0);
  };
  if (month(i) != 0 && number(i + 1) && parts[i + 1].digits <= 2 && !is_other_month()) {
    std::size_t y = i + 2;
    while (y < parts.size() && y < i + 4 && !parts[y].number) ++y;
    // "May 3 '24"
    const bool is_short = number(y) && parts[y].digits == 2 && parts[y].before == '\'';
    if (number(y) && (parts[y].digits == 4 || is_short)) {
      if (const auto day = day_from(full_year(parts[y]), month(i), parts[i + 1].value)) {
        return Found{*day, y + 1, y + 1};
      }
    }
    if (const std::size_t year = year_after_clock(parts, i + 2); year != 0) {
      if (const auto day = day_from(parts[year].value, month(i), parts[i + 1].value)) {
        return Found{*day, year + 1, i + 2};
      }
    }
  }
  return std::nullopt;
}

struct Clock {
  int hour = 0, minute = 0, second = 0;
  bool exact = false;  // a machine wrote it, or it says of itself that it is a time of day
  std::size_t next = 0;
};

// "at", "um", "às", "om", "kl.", "klo", "alle ore", "v".
bool opens_clock(const Part& part) {
  constexpr std::array<std::string_view, 11> kOpeners{"t",  "at",  "um",   "a",   "as", "om",
                                                      "kl", "klo", "alle", "ore", "v"};
  return !part.number && std::find(kOpeners.begin(), kOpeners.end(), part.word()) != kOpeners.end();
}

bool is_half(const Part& part, char half) {
  return part.word() == std::string_view(half == 'p' ? "pm" : "am") ||
         (part.letter_count == 1 && part.letters[0] == half);
}

// "10:08", "T10:08:00.000", "10:08 p.m.", "at 10.08 Uhr" from parts[i] on.
std::optional<Clock> clock_at(std::string_view text, const std::vector<Part>& parts,
                              std::size_t i) {
  const auto number = [&](std::size_t k, std::size_t digits) {
    return k < parts.size() && parts[k].number && parts[k].digits == digits;
  };
  Clock clock;
  const std::size_t first = i;
  constexpr std::size_t kMostOpeners = 2;
  while (i < parts.size() && i < first + kMostOpeners && opens_clock(parts[i])) ++i;
  const bool opened = i > first;
  // "T1008", "T100800"
  if (opened && (number(i, 4) || number(i, 6)) && text[parts[i].begin - 1] == 'T') {
    const int value = parts[i].digits == 4 ? parts[i].value * 100 : parts[i].value;
    clock = {value / 10000, value / 100 % 100, value % 100, true, i + 1};
  } else {
    // "10h15", "10時15分"
    const bool spelled = (number(i, 1) || number(i, 2)) && number(i + 2, 2) &&
                         (parts[i + 1].word() == "h" || parts[i + 1].word() == "H") &&
                         parts[i + 1].end == parts[i + 2].begin;
    if (spelled) {
      clock = {parts[i].value, parts[i + 2].value, 0, true, i + 3};
      return clock.hour > 23 || clock.minute > 59 ? std::nullopt : std::optional(clock);
    }
    if (!(number(i, 1) || number(i, 2)) || !number(i + 1, 2) ||
        (parts[i + 1].before != ':' && !(opened && parts[i + 1].before == '.'))) {
      return std::nullopt;
    }
    clock = {parts[i].value, parts[i + 1].value, 0, opened || number(i, 2), i + 2};
    if (number(clock.next, 2) && parts[clock.next].before == ':') {
      clock.second = parts[clock.next++].value;
      clock.exact = true;
      const bool fraction = clock.next < parts.size() && parts[clock.next].number &&
                            (parts[clock.next].before == '.' || parts[clock.next].before == ',');
      if (fraction) ++clock.next;
    }
  }
  const std::size_t k = clock.next;
  if (k < parts.size() && (is_half(parts[k], 'a') || is_half(parts[k], 'p')) && clock.hour <= 12) {
    clock.hour = clock.hour % 12 + (is_half(parts[k], 'p') ? 12 : 0);
    clock.exact = true;
    clock.next += parts[k].letter_count == 1 ? 2 : 1;  // "p.m."
  }
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 60) return std::nullopt;
  return clock;
}

// "Z", "+0200", "GMT+02:00", "EST" at parts[k]; empty when there is none that is known.
std::string zone_at(std::string_view text, const std::vector<Part>& parts, std::size_t k) {
  std::string zone;
  if (k < parts.size() && !parts[k].number) {
    for (const Zone& known : kZones) {
      if (parts[k].word() == known.name) zone = known.offset;
    }
    if (zone.empty()) return zone;
    ++k;
  }
  if (k >= parts.size() || !parts[k].number) return zone;
  // A blank after the sign makes it a dash: "10:08 - 12:30".
  const char sign = text[parts[k].begin - 1];
  if (sign != '+' && sign != '-') return zone;
  int hours = parts[k].value, minutes = 0;
  if (parts[k].digits == 4) {
    hours = parts[k].value / 100;
    minutes = parts[k].value % 100;
  } else if (parts[k].digits > 2) {
    return zone;
  } else if (k + 1 < parts.size() && parts[k + 1].number && parts[k + 1].before == ':') {
    minutes = parts[k + 1].value;
  }
  if (hours > 14 || minutes > 59) return zone;
  if (hours == 0 && minutes == 0) return "Z";
  return fmt::format("{}{:02}:{:02}", sign, hours, minutes);
}

// The time of day after a date, as ISO 8601 writes it; empty when there is none.
std::string time_after(std::string_view text, const std::vector<Part>& parts, std::size_t next) {
  const auto clock = clock_at(text, parts, next);
  if (!clock) return {};
  const std::string zone = zone_at(text, parts, clock->next);
  // "3 May 2024 4:32" may be the length of a film.
  if (!clock->exact && zone.empty()) return {};
  return fmt::format("T{:02}:{:02}:{:02}{}", clock->hour, clock->minute, clock->second, zone);
}

}  // namespace

WrittenDate in_other_order(const WrittenDate& date) {
  if (!date.other) return date;
  constexpr std::size_t kDayBytes = 10;
  return {iso_of(*date.other) + date.iso.substr(kDayBytes), *date.other, date.day};
}

std::optional<WrittenDate> read_date(std::string_view text, bool month_first) {
  const std::vector<Part> parts = parts_of(text.substr(0, kDateBytes));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (const auto found = date_at(parts, i, month_first)) {
      return WrittenDate{iso_of(found->day) + time_after(text, parts, found->clock), found->day,
                         found->other};
    }
  }
  return std::nullopt;
}

std::vector<DateInText> read_dates(std::string_view text, bool month_first) {
  const std::vector<Part> parts = parts_of(text.substr(0, kDateBytes));
  std::vector<DateInText> dates;
  for (std::size_t i = 0; i < parts.size();) {
    const auto found = date_at(parts, i, month_first);
    if (!found) {
      ++i;
      continue;
    }
    dates.push_back(
        {{iso_of(found->day) + time_after(text, parts, found->clock), found->day, found->other},
         {static_cast<std::uint32_t>(parts[i].begin),
          static_cast<std::uint32_t>(parts[found->next - 1].end)}});
    i = found->next;
  }
  return dates;
}

std::optional<WrittenDate> read_posix_time(std::string_view text) {
  text = trim(text);
  constexpr std::size_t kSeconds = 10, kThousandths = 13;
  if (text.size() != kSeconds && text.size() != kThousandths) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), is_ascii_digit)) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : text.substr(0, kSeconds)) seconds = seconds * 10 + (c - '0');
  const std::chrono::sys_seconds instant{std::chrono::seconds(seconds)};
  const Day day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss clock(instant - day);
  if (!day_from(static_cast<int>(std::chrono::year_month_day(day).year()), 1, 1)) {
    return std::nullopt;
  }
  return WrittenDate{fmt::format("{}T{:02}:{:02}:{:02}Z", iso_of(day), clock.hours().count(),
                                 clock.minutes().count(), clock.seconds().count()),
                     day, std::nullopt};
}

std::optional<std::string> read_written_date(std::string_view written) {
  const auto date = read_date(written, true);
  return date ? std::optional(date->iso) : std::nullopt;
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
    if (day) return WrittenDate{iso_of(*day), *day, std::nullopt};
  }
  return std::nullopt;
}

}  // namespace stemma
