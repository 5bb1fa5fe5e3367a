#include "model/written_date.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "base/text.h"

namespace stemma {
namespace {

// Reads a date from left to right; a read that does not fit takes nothing.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(trim(text)) {}

  bool done() const { return rest_.empty(); }
  void blanks() {
    while (!rest_.empty() && is_ascii_space(rest_[0])) rest_.remove_prefix(1);
  }
  bool one_of(std::string_view marks) {
    if (rest_.empty() || marks.find(rest_[0]) == std::string_view::npos) return false;
    last_ = rest_[0];
    rest_.remove_prefix(1);
    return true;
  }
  char last() const { return last_; }

  /// A number of `least` to `most` digits that no further digit follows.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t size = 0;
    int value = 0;
    while (size < rest_.size() && is_ascii_digit(rest_[size])) {
      if (size == most) return std::nullopt;
      value = value * 10 + (rest_[size++] - '0');
    }
    if (size < least) return std::nullopt;
    rest_.remove_prefix(size);
    digits_ = size;
    return value;
  }
  std::size_t digits() const { return digits_; }

  std::string_view word() {
    std::size_t size = 0;
    while (size < rest_.size() && is_ascii_letter(rest_[size])) ++size;
    const std::string_view word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return word;
  }
  void digits_away() {
    while (!rest_.empty() && is_ascii_digit(rest_[0])) rest_.remove_prefix(1);
  }

 private:
  std::string_view rest_;
  std::size_t digits_ = 0;
  char last_ = '\0';
};

struct Moment {
  int year = 0, month = 0, day = 0;
  bool has_time = false;
  int hour = 0, minute = 0, second = 0;
  std::string zone;  // "Z", "+02:00", or empty
};

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
  std::string_view name, offset;
};
// RFC 822, section 5, and the abbreviations of Europe that name one offset only.
constexpr Zone kZones[] = {
    {"gmt", "Z"},      {"ut", "Z"},        {"utc", "Z"},      {"z", "Z"},
    {"est", "-05:00"}, {"edt", "-04:00"},  {"cst", "-06:00"}, {"cdt", "-05:00"},
    {"mst", "-07:00"}, {"mdt", "-06:00"},  {"pst", "-08:00"}, {"pdt", "-07:00"},
    {"cet", "+01:00"}, {"cest", "+02:00"}, {"eet", "+02:00"}, {"eest", "+03:00"},
    {"wet", "Z"},      {"west", "+01:00"},
};

std::optional<int> month_named(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (starts_with_ignoring_case(word, kMonths[i])) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

bool read_offset(Scanner& in, std::string& zone) {
  const char sign = in.last();
  const auto number = in.number(1, 4);
  if (!number) return false;
  int hours = *number, minutes = 0;
  if (in.digits() > 2) {
    hours = *number / 100;
    minutes = *number % 100;
  } else if (in.one_of(":")) {
    const auto more = in.number(2, 2);
    if (!more) return false;
    minutes = *more;
  }
  if (hours > 14 || minutes > 59) return false;
  zone = hours == 0 && minutes == 0 ? "Z" : fmt::format("{}{:02}:{:02}", sign, hours, minutes);
  return true;
}

bool read_zone(Scanner& in, std::string& zone) {
  in.blanks();
  if (in.one_of("+-")) return read_offset(in, zone);
  const std::string_view name = in.word();
  for (const Zone& known : kZones) {
    if (equal_ignoring_case(name, known.name)) zone = known.offset;
  }
  // "GMT+0200" is written by date functions of browsers.
  if (!name.empty() && in.one_of("+-")) return read_offset(in, zone);
  return true;
}

// "10:08", "10:08:00", "10:08:00.250"
bool read_clock(Scanner& in, Moment& moment) {
  const auto hour = in.number(1, 2);
  if (!hour || !in.one_of(":")) return false;
  const auto minute = in.number(2, 2);
  if (!minute) return false;
  moment.hour = *hour;
  moment.minute = *minute;
  if (in.one_of(":")) {
    const auto second = in.number(2, 2);
    if (!second) return false;
    moment.second = *second;
    if (in.one_of(".,")) in.digits_away();
  }
  moment.has_time = true;
  return moment.hour < 24 && moment.minute < 60 && moment.second <= 60;
}

std::optional<Moment> read_iso(std::string_view written) {
  Scanner in(written);
  Moment moment;
  const auto year = in.number(4, 4);
  if (!year || !in.one_of("-/")) return std::nullopt;
  const auto month = in.number(2, 2);
  if (!month || !in.one_of("-/")) return std::nullopt;
  const auto day = in.number(2, 2);
  if (!day) return std::nullopt;
  moment.year = *year;
  moment.month = *month;
  moment.day = *day;
  if (in.one_of("Tt ")) {
    in.blanks();
    if (!read_clock(in, moment) || !read_zone(in, moment.zone)) return std::nullopt;
  }
  return moment;
}

std::optional<Moment> read_rfc822(std::string_view written) {
  Scanner in(written);
  Moment moment;
  if (!in.word().empty()) in.one_of(",.");
  in.blanks();
  const auto day = in.number(1, 2);
  if (!day) return std::nullopt;
  in.one_of("-");
  in.blanks();
  const auto month = month_named(in.word());
  in.one_of(".-,");
  in.blanks();
  const auto year = in.number(2, 4);
  if (!month || !year || in.digits() == 3) return std::nullopt;
  moment.day = *day;
  moment.month = *month;
  moment.year = in.digits() == 4 ? *year : *year + (*year < 50 ? 2000 : 1900);
  in.one_of(",");
  in.blanks();
  if (!in.done() && (!read_clock(in, moment) || !read_zone(in, moment.zone))) return std::nullopt;
  return moment;
}

// "20240503", "20240503T1008"
std::optional<Moment> read_compact(std::string_view written) {
  Scanner in(written);
  const auto number = in.number(8, 8);
  if (!number) return std::nullopt;
  Moment moment;
  moment.year = *number / 10000;
  moment.month = *number / 100 % 100;
  moment.day = *number % 100;
  return moment;
}

// "03.05.2024", "5/3/2024", "5-3-2024"
std::optional<Moment> read_numbers(std::string_view written) {
  Scanner in(written);
  const auto first = in.number(1, 2);
  if (!first || !in.one_of("./-")) return std::nullopt;
  const bool day_first = in.last() == '.' || *first > 12;
  const auto second = in.number(1, 2);
  if (!second || !in.one_of("./-")) return std::nullopt;
  const auto year = in.number(4, 4);
  if (!year) return std::nullopt;
  Moment moment;
  moment.year = *year;
  moment.month = day_first ? *second : *first;
  moment.day = day_first ? *first : *second;
  return moment;
}

// The clock that may follow a date in prose: "at 10:08 a.m. EDT", "| 10:08 pm".
void read_prose_clock(Scanner& in, Moment& moment) {
  in.one_of(",");
  in.blanks();
  in.one_of("|-");
  in.blanks();
  Scanner ahead = in;
  const std::string_view word = ahead.word();
  if (equal_ignoring_case(word, "at")) in = ahead;
  in.blanks();
  Moment with_clock = moment;
  if (!read_clock(in, with_clock)) return;
  in.blanks();
  ahead = in;
  std::string half(ahead.word());
  if (ahead.one_of(".")) half += ahead.word();
  if (equal_ignoring_case(half, "pm") || equal_ignoring_case(half, "am")) {
    const bool pm = (half[0] | 32) == 'p';
    with_clock.hour = with_clock.hour % 12 + (pm ? 12 : 0);
    ahead.one_of(".");
    in = ahead;
  }
  moment = with_clock;
  std::string zone;
  if (read_zone(in, zone)) moment.zone = zone;
}

// "May 3, 2024", "3rd May 2024", with words before: "Published on Friday, May 3, 2024".
std::optional<Moment> read_prose(std::string_view written) {
  constexpr int kWordsBefore = 8;
  Scanner in(written);
  Moment moment;
  int day_before = 0;
  for (int i = 0; i < kWordsBefore && !in.done(); ++i) {
    in.blanks();
    if (const auto number = in.number(1, 2)) {
      day_before = *number;
      (void)in.word();  // "rd"
    } else if (const std::string_view word = in.word(); word.size() >= 3 && month_named(word)) {
      moment.month = *month_named(word);
      break;
    } else if (!word.empty()) {
      day_before = 0;
    }
    while (in.one_of(",.:|-/(")) {
    }
  }
  if (moment.month == 0) return std::nullopt;
  in.one_of(".");
  in.blanks();
  moment.day = day_before;
  if (day_before == 0) {
    const auto day = in.number(1, 2);
    if (!day) return std::nullopt;
    moment.day = *day;
    (void)in.word();
  }
  in.one_of(",");
  in.blanks();
  const auto year = in.number(4, 4);
  if (!year) return std::nullopt;
  moment.year = *year;
  read_prose_clock(in, moment);
  return moment;
}

}  // namespace

std::optional<std::string> read_written_date(std::string_view written) {
  std::optional<Moment> moment;
  for (const auto read : {read_iso, read_rfc822, read_compact, read_numbers, read_prose}) {
    if (!moment) moment = read(written);
  }
  if (!moment) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(moment->year),
                                        std::chrono::month(static_cast<unsigned>(moment->month)),
                                        std::chrono::day(static_cast<unsigned>(moment->day))};
  if (!day.ok()) return std::nullopt;
  const std::string date =
      fmt::format("{:04}-{:02}-{:02}", moment->year, moment->month, moment->day);
  if (!moment->has_time) return date;
  return fmt::format("{}T{:02}:{:02}:{:02}{}", date, moment->hour, moment->minute, moment->second,
                     moment->zone);
}

}  // namespace stemma
