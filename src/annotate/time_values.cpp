#include "annotate/time_values.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "annotate/holidays.h"
#include "annotate/timex_forms.h"

namespace stemma {
namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 4> kSeasons{"SP", "SU", "FA", "WI"};
constexpr std::array<unsigned, 4> kSeasonMonths{3, 6, 9, 12};
constexpr std::array<std::string_view, 5> kDayParts{"MO", "MI", "AF", "EV", "NI"};
constexpr std::array<std::string_view, 3> kReferences{"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
constexpr int kNoon = 1;  // index in kDayParts of a clock time alone
constexpr days kHalfYear{182};
// A date without a year: so many days back are as near as one ahead.
constexpr double kFutureVerb = 0.3, kNoVerb = 1.5, kPastVerb = 4;
constexpr double kWrongWeekday = 10000;

class Resolver {
 public:
  Resolver(const TimeParts& parts, const Today& today, const TimeMemory& memory, Tense tense)
      : parts_(parts), today_(today), memory_(memory), tense_(tense) {}

  std::optional<TimeValue> resolve(Meaning meaning) {
    switch (meaning) {
      case Meaning::date:
        return calendar_date();
      case Meaning::relative:
        return relative();
      case Meaning::duration:
        return duration();
      case Meaning::distance:
        return distance();
      case Meaning::clock:
        return clock();
      case Meaning::ordinal:
        return ordinal();
      case Meaning::definite:
        return definite();
      case Meaning::decade:
        return date(padded(*parts_.decade, 3));
      case Meaning::day_word:
        return day_word();
      case Meaning::reference:
        return date(
            std::string(kReferences[static_cast<std::size_t>(parts_.reference.value_or(0))]));
      case Meaning::set:
        return set();
      case Meaning::holiday:
        return holiday();
      case Meaning::vague_span:
        return TimeValue{"DURATION", length_value(0, parts_.unit, true), false};
    }
    return std::nullopt;
  }

 private:
  std::optional<TimeValue> date(std::string value) const {
    return TimeValue{"DATE", std::move(value), false};
  }

  /// A value computed from today, or its unknown form where today is not known.
  template <class Compute>
  std::optional<TimeValue> seen_from_today(Compute compute, std::string unknown) const {
    if (!today_.day) return TimeValue{"DATE", std::move(unknown), true};
    auto value = compute(*today_.day);
    if (!value) return std::nullopt;
    return TimeValue{"DATE", std::move(*value), true};
  }

  std::optional<TimeValue> with_day_part(std::optional<TimeValue> value) const {
    if (!value || !parts_.day_part) return value;
    value->type = "TIME";
    value->value += "T";
    value->value += kDayParts[static_cast<std::size_t>(*parts_.day_part)];
    return value;
  }

  // A day of the week lies in the seven days that end today, unless the verb looks forward:
  // 92 % of the bare weekdays of news (design/time_quantity_entity.md, section 7).
  Day nearest_weekday(Day today, int weekday) const {
    const int now = static_cast<int>(std::chrono::weekday{today}.iso_encoding());
    if (tense_ == Tense::future) return today + days{(weekday - now + 7) % 7};
    return today - days{(now - weekday + 7) % 7};
  }

  /// How much farther the future is than the past, from the tense of the verb.
  double weight_of_future() const {
    return tense_ == Tense::future ? kFutureVerb : tense_ == Tense::past ? kPastVerb : kNoVerb;
  }

  int nearest_year_of_month(Day today, int month) const {
    const int year = year_of(today), back = (month_of(today) - month + 12) % 12;
    const int ahead = (12 - back) % 12;
    if (back == 0) return year;
    const bool is_ahead = ahead * weight_of_future() < back;
    return is_ahead ? (month > month_of(today) ? year : year + 1)
                    : (month < month_of(today) ? year : year - 1);
  }

  /// Without a year a day is the nearest one, and the verb's tense leans to one side.
  Day nearest_day(Day today, int month, int day) const {
    const auto in = [&](int year) { return day_in(year, month, day).value_or(today); };
    const int year = year_of(today);
    std::optional<Day> best;
    double best_cost = 0;
    for (const int other : {year, year - 1, year + 1}) {
      const Day here = in(other);
      const bool is_right_weekday =
          !parts_.weekday ||
          static_cast<int>(std::chrono::weekday{here}.iso_encoding()) == *parts_.weekday;
      const double distance = static_cast<double>((here - today).count());
      double cost = distance > 0 ? distance * weight_of_future() : -distance;
      if (!is_right_weekday) cost += kWrongWeekday;
      if (!best || cost < best_cost) {
        best = here;
        best_cost = cost;
      }
    }
    return *best;
  }

  std::optional<TimeValue> calendar_date() {
    if (parts_.numeric_date) {
      const int packed = *parts_.numeric_date;
      return date(
          fmt::format("{:04}-{:02}-{:02}", packed / 10000, packed / 100 % 100, packed % 100));
    }
    if (parts_.month) return with_day_part(month_and_day());
    if (parts_.weekday) {
      const int weekday = *parts_.weekday;
      return with_day_part(seen_from_today(
          [&](Day today) { return std::optional(iso_of(nearest_weekday(today, weekday))); },
          fmt::format("XXXX-WXX-{}", weekday)));
    }
    if (parts_.season) return season();
    if (parts_.year) return date(padded(*parts_.year, 4));
    return std::nullopt;
  }

  std::optional<TimeValue> month_and_day() {
    if (parts_.unit == 'W') return week_of_day();
    const int month = *parts_.month;
    const std::string tail =
        fmt::format("-{:02}", month) + (parts_.day ? fmt::format("-{:02}", *parts_.day) : "");
    if (parts_.day && !day_in(2000, month, *parts_.day)) return std::nullopt;
    if (parts_.year) return date(padded(*parts_.year, 4) + tail);
    if (parts_.relative != Relative::none && parts_.unit == 'Y') {
      return seen_from_today(
          [&](Day today) {
            const int step = parts_.relative == Relative::last   ? -1
                             : parts_.relative == Relative::next ? 1
                                                                 : 0;
            return std::optional(padded(year_of(today) + step, 4) + tail);
          },
          fmt::format("XXXX{}", tail));
    }
    return seen_from_today(
        [&](Day today) {
          const int year = parts_.day ? year_of(nearest_day(today, month, *parts_.day))
                                      : nearest_year_of_month(today, month);
          return std::optional(padded(year, 4) + tail);
        },
        fmt::format("XXXX{}", tail));
  }

  /// "the week of March 6"
  std::optional<TimeValue> week_of_day() {
    TimeParts only_day = parts_;
    only_day.unit = 0;
    auto value = Resolver(only_day, today_, memory_, tense_).month_and_day();
    const auto range = value ? range_of(value->value) : std::nullopt;
    if (range) value->value = week_value(range->begin);
    return value;
  }

  std::optional<TimeValue> season() {
    const auto index = static_cast<std::size_t>(*parts_.season);
    const std::string tail = fmt::format("-{}", kSeasons[index]);
    if (parts_.year) return date(padded(*parts_.year, 4) + tail);
    return seen_from_today(
        [&](Day today) {
          const int first = static_cast<int>(kSeasonMonths[index]), now = month_of(today);
          int year = year_of(today);
          // The winter of January is the one of last December.
          const bool is_running = now >= first && now < first + 3;
          if (parts_.relative == Relative::last) {
            year -= is_running || now < first ? 1 : 0;
          } else if (parts_.relative == Relative::next || tense_ == Tense::future) {
            year += now >= first && !is_running ? 1 : 0;
          } else if (parts_.relative == Relative::none) {
            year -= now < first ? 1 : 0;
          }
          return std::optional(padded(year, 4) + tail);
        },
        fmt::format("XXXX{}", tail));
  }

  int step() const {
    return parts_.relative == Relative::last ? -1 : parts_.relative == Relative::next ? 1 : 0;
  }

  /// Where the text speaks of: the last time it named, else today.
  std::optional<Day> there() const {
    if (memory_.last) return memory_.last->begin;
    return today_.day;
  }

  std::optional<TimeValue> relative() {
    if (parts_.second_unit != 0) return part_of_relative_year();
    if (parts_.weekday) return with_day_part(relative_weekday());
    if (parts_.month) return relative_month();
    if (parts_.season) return season();
    if (parts_.day_part) return relative_day_part();
    const char unit = parts_.unit;
    if (unit == 's' || unit == 'm' || unit == 'h') {
      if (parts_.anaphoric || parts_.relative == Relative::thisone) return std::nullopt;
      return TimeValue{"DURATION", length_value(1, unit, false), false};
    }
    if (parts_.anaphoric) {
      const auto from = there();
      if (!from) return date(unknown_unit(unit));
      auto value = unit_value(*from, step(), unit);
      if (!value) return std::nullopt;
      return date(std::move(*value));
    }
    return seen_from_today([&](Day today) { return unit_value(today, step(), unit); },
                           unknown_unit(unit));
  }

  /// "last year's third quarter", "last year's quarter"
  std::optional<TimeValue> part_of_relative_year() {
    if (parts_.unit != 'Y' || !today_.day) return std::nullopt;
    const int year = year_of(*today_.day) + step();
    if (parts_.second_unit != 'Q' && parts_.second_unit != 'H') return std::nullopt;
    if (parts_.ordinal) {
      return date(fmt::format("{:04}-{}{}", year, parts_.second_unit, *parts_.ordinal));
    }
    return date(padded(year, 4) +
                quarter_value(memory_.last_quarter.value_or(*today_.day)).substr(4));
  }

  std::optional<TimeValue> relative_weekday() {
    const int weekday = *parts_.weekday;
    const std::string unknown = fmt::format("XXXX-WXX-{}", weekday);
    const auto from = parts_.anaphoric ? there() : today_.day;
    if (!from) return TimeValue{"DATE", unknown, true};
    const int now = static_cast<int>(std::chrono::weekday{*from}.iso_encoding());
    const int back = (now - weekday + 7) % 7, ahead = (weekday - now + 7) % 7;
    Day day = *from;
    if (parts_.relative == Relative::last) day -= days{back == 0 ? 7 : back};
    if (parts_.relative == Relative::next) day += days{ahead == 0 ? 7 : ahead};
    if (parts_.relative == Relative::thatone) day -= days{back};
    if (parts_.relative == Relative::thisone) day += days{tense_ == Tense::past ? -back : ahead};
    return TimeValue{"DATE", iso_of(day), !parts_.anaphoric};
  }

  std::optional<TimeValue> relative_month() {
    const std::string tail = fmt::format("-{:02}", *parts_.month);
    return seen_from_today(
        [&](Day today) {
          const int month = *parts_.month, now = month_of(today);
          int year = year_of(today);
          if (parts_.relative == Relative::last) year -= month >= now ? 1 : 0;
          if (parts_.relative == Relative::next) year += month <= now ? 1 : 0;
          return std::optional(padded(year, 4) + tail);
        },
        fmt::format("XXXX{}", tail));
  }

  /// "this morning", "last night", "the next morning"
  std::optional<TimeValue> relative_day_part() {
    const auto from = parts_.anaphoric || parts_.has_the ? there() : today_.day;
    if (!from) return with_day_part(date("XXXX-XX-XX"));
    auto value = with_day_part(date(iso_of(*from + days{step()})));
    value->from_today = true;
    return value;
  }

  std::optional<TimeValue> duration() {
    const char unit = parts_.unit;
    const double number = parts_.number.value_or(parts_.fraction > 0 ? 0 : 1) + parts_.fraction;
    if (unit == 'H' || number > 1e6) return std::nullopt;
    if (unit == 'Q' && number < 2) return std::nullopt;
    return TimeValue{"DURATION", length_value(number, unit, parts_.few), false};
  }

  std::optional<TimeValue> distance() {
    if (parts_.few) return date("PAST_REF");
    if (!parts_.number && parts_.fraction == 0) {
      return parts_.second_unit || parts_.with_time_word || parts_.unit == 'Y'
                 ? compared_period()
                 : TimeValue{"DURATION", length_value(0, parts_.unit, true), false};
    }
    const double count = parts_.number.value_or(0) + parts_.fraction;
    const bool is_back = parts_.direction != Direction::later;
    const auto from = parts_.direction == Direction::ago ? today_.day : there();
    if (parts_.unit == 'Y' && is_back && count == 1 && speaks_of_quarter())
      return compared_period();
    constexpr std::string_view kClockUnits = "hms";
    if (kClockUnits.find(parts_.unit) != std::string_view::npos) {
      return from ? date(iso_of(*from)) : date("XXXX-XX-XX");
    }
    if (!from) return date(unknown_unit(parts_.unit));
    auto value = shifted(*from, is_back ? -count : count, parts_.unit);
    if (!value) return std::nullopt;
    return TimeValue{"DATE", std::move(*value), parts_.direction == Direction::ago};
  }

  bool speaks_of_quarter() const { return memory_.last && memory_.last->grain == Grain::quarter; }

  /// "the year-ago quarter", "a year earlier" beside a quarter: the same quarter one year before.
  std::optional<TimeValue> compared_period() {
    if (memory_.last_quarter && (speaks_of_quarter() || parts_.second_unit == 'Q' ||
                                 parts_.with_time_word || parts_.unit == 'Q')) {
      return TimeValue{"DATE", quarter_value(months_from(*memory_.last_quarter, -12)), false, true};
    }
    auto value = seen_from_today([](Day today) { return shifted(today, -1, 'Y'); }, "XXXX");
    if (value) value->is_comparison = true;
    return value;
  }

  std::optional<TimeValue> clock() {
    int minute = parts_.minute.value_or(0);
    if (parts_.day_part && parts_.number) {
      // "4 in the morning"
      if (*parts_.number > 24) return std::nullopt;
      minute = static_cast<int>(*parts_.number) * 60;
      if (*parts_.day_part >= 2 && minute < 12 * 60) minute += 12 * 60;
    } else if (parts_.minute && !parts_.clock_is_exact && parts_.number.value_or(0) > 12) {
      return std::nullopt;
    }
    if (parts_.minute && parts_.clock_is_exact && minute == kNoon) minute = 12 * 60;
    if (minute > 24 * 60) return std::nullopt;
    auto day = clock_day();
    if (!day) return std::nullopt;
    day->type = "TIME";
    day->value += fmt::format("T{:02}:{:02}", minute / 60, minute % 60);
    return day;
  }

  std::optional<TimeValue> clock_day() {
    if (parts_.weekday || parts_.month) {
      TimeParts only_day = parts_;
      only_day.day_part = std::nullopt;
      return Resolver(only_day, today_, memory_, tense_).calendar_date();
    }
    const auto from = parts_.day_offset || !memory_.last || memory_.last->grain != Grain::day
                          ? today_.day
                          : std::optional(memory_.last->begin);
    if (!from) return date("XXXX-XX-XX");
    return TimeValue{"DATE", iso_of(*from + days{parts_.day_offset.value_or(0)}), true};
  }

  std::optional<TimeValue> ordinal() {
    const int number = parts_.ordinal.value_or(0);
    if (parts_.unit == 'C') {
      if (number < 1) return std::nullopt;
      return date(padded(number - 1, 2));
    }
    const int most = parts_.unit == 'Q' ? 4 : parts_.unit == 'H' ? 2 : 0;
    const int part = number == 0 && parts_.is_last_of ? most : number;
    if (part < 1 || part > most) return std::nullopt;
    const std::string tail = fmt::format("-{}{}", parts_.unit, part);
    if (parts_.year) return date(padded(*parts_.year, 4) + tail);
    return seen_from_today(
        [&](Day today) {
          int year = year_of(today) + (parts_.second_unit == 'Y' ? step() : 0);
          const int first_month = (part - 1) * 12 / most + 1;
          const bool is_ahead = first_month > month_of(today);
          if (parts_.second_unit != 'Y' && is_ahead && tense_ != Tense::future) --year;
          return std::optional(padded(year, 4) + tail);
        },
        fmt::format("XXXX{}", tail));
  }

  std::optional<TimeValue> definite() {
    if (parts_.season) return season();
    const char unit = parts_.unit;
    if (unit == 'Q' || parts_.with_time_word) {
      if (parts_.year) {
        return memory_.last_quarter
                   ? date(padded(*parts_.year, 4) + quarter_value(*memory_.last_quarter).substr(4))
                   : date(padded(*parts_.year, 4));
      }
      if (memory_.last_quarter) return date(quarter_value(*memory_.last_quarter));
      if (unit != 'Q') return std::nullopt;
    }
    if (unit == 'w') {
      return seen_from_today(
          [&](Day today) {
            const bool is_weekend = std::chrono::weekday{today}.iso_encoding() >= 6;
            const bool is_last = tense_ != Tense::future && !is_weekend;
            return std::optional(week_value(today - days{is_last ? 7 : 0}) + "-WE");
          },
          unknown_unit(unit));
    }
    if (unit == 'Q') {
      return seen_from_today([&](Day today) { return shifted(today, -1, 'Q'); },
                             unknown_unit(unit));
    }
    if (unit != 'Y' && unit != 'W' && unit != 'M') return std::nullopt;
    return seen_from_today([&](Day today) { return unit_value(today, 0, unit); },
                           unknown_unit(unit));
  }

  std::optional<TimeValue> day_word() {
    const int offset = parts_.day_offset.value_or(0);
    auto value = seen_from_today(
        [&](Day today) { return std::optional(iso_of(today + days{offset})); }, "XXXX-XX-XX");
    if (parts_.day_offset) return with_day_part(value);
    value->type = "TIME";
    value->value += "TNI";
    return value;
  }

  std::optional<TimeValue> holiday() {
    const auto which = static_cast<std::size_t>(*parts_.holiday);
    if (parts_.year) return date(iso_of(day_of_holiday(which, *parts_.year)));
    return seen_from_today(
        [&](Day today) {
          const int year = year_of(today) + (parts_.unit == 'Y' ? step() : 0);
          const Day here = day_of_holiday(which, year);
          if (parts_.unit == 'Y') return std::optional(iso_of(here));
          const bool is_back = parts_.relative == Relative::last ||
                               (parts_.relative == Relative::none && tense_ == Tense::past);
          const bool is_ahead = parts_.relative == Relative::next || tense_ == Tense::future;
          int moved = year;
          if (is_back && here > today) --moved;
          if (!is_back && is_ahead && here < today) ++moved;
          if (!is_back && !is_ahead && here - today > kHalfYear) --moved;
          if (!is_back && !is_ahead && today - here > kHalfYear) ++moved;
          return std::optional(iso_of(day_of_holiday(which, moved)));
        },
        "XXXX-XX-XX");
  }

  std::optional<TimeValue> set() {
    const auto as_set = [](std::string value) { return TimeValue{"SET", std::move(value), false}; };
    std::string value;
    if (parts_.frequency) return as_set(length_value(1, parts_.frequency, false));
    if (parts_.weekday) value = fmt::format("XXXX-WXX-{}", *parts_.weekday);
    if (parts_.month) value = fmt::format("XXXX-{:02}", *parts_.month);
    if (parts_.season)
      value = fmt::format("XXXX-{}", kSeasons[static_cast<std::size_t>(*parts_.season)]);
    if (value.empty() && parts_.day_part) value = "XXXX-XX-XX";
    if (value.empty()) {
      return as_set(
          length_value(parts_.number.value_or(parts_.ordinal.value_or(1)), parts_.unit, false));
    }
    if (parts_.day_part)
      value += fmt::format("T{}", kDayParts[static_cast<std::size_t>(*parts_.day_part)]);
    return as_set(std::move(value));
  }

  const TimeParts& parts_;
  const Today& today_;
  const TimeMemory& memory_;
  Tense tense_;
};

}  // namespace

std::optional<TimeValue> value_of(Meaning meaning, const TimeParts& parts, const Today& today,
                                  const TimeMemory& memory, Tense tense) {
  return Resolver(parts, today, memory, tense).resolve(meaning);
}

}  // namespace stemma
