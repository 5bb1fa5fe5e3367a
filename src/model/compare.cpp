#include "model/compare.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "model/units.h"

namespace stemma {
namespace {

constexpr double kAbout = 0.15;        // about N: N ± 15 %
constexpr double kNearly = 0.9;        // nearly N: [0.9 N, N)
constexpr double kJustOver = 1.1;      // just over N: (N, 1.1 N]
constexpr double kRoundest = 0.05;     // a rounded number stands for at most ± 5 %
constexpr double kLeastRounded = 100;  // smaller numbers are taken to be exact
constexpr double kVagueOpen = 10;      // "dozens" end before 100, "a couple" at 3
constexpr double kMillions = 2e6, kMostMillions = 999e6;
constexpr double kSame = 1e-9;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double low_of(const Interval& interval) { return interval.low.value_or(-kInfinity); }
double high_of(const Interval& interval) { return interval.high.value_or(kInfinity); }

bool is_same(double a, double b) {
  return a == b || std::abs(a - b) <= kSame * std::max({1.0, std::abs(a), std::abs(b)});
}

bool intersect(const Interval& a, const Interval& b) {
  const double low = std::max(low_of(a), low_of(b)), high = std::min(high_of(a), high_of(b));
  if (is_same(low, high)) {
    const auto excludes = [&](const Interval& i) {
      return (i.low_open && i.low && is_same(*i.low, low)) ||
             (i.high_open && i.high && is_same(*i.high, high));
    };
    return !excludes(a) && !excludes(b);
  }
  return low < high;
}

/// Half of the unit of the last digit that is not zero: 43,000 stands for 42,500 to 43,500.
double rounding_of(double value) {
  const double size = std::abs(value);
  if (size < kLeastRounded || size > 1e15 || size != std::floor(size)) return 0;
  double unit = 1;
  while (std::fmod(size, unit * 10) == 0) unit *= 10;
  return unit < 10 ? 0 : std::min(unit / 2, size * kRoundest);
}

Interval rounded(double value) {
  const double slack = rounding_of(value);
  return {value - slack, value + slack, false, slack > 0};
}

Interval vague(const Quantity& quantity) {
  Interval interval{quantity.low, quantity.high, false, false};
  if (is_currency_code(quantity.unit) && quantity.low == kMillions) interval.high = kMostMillions;
  interval.high_open = quantity.high && *quantity.high >= kVagueOpen;
  return interval;
}

struct Hedge {
  std::string_view name;
  Interval (*allows)(double);
};
constexpr std::array kHedges{
    Hedge{"about",
          [](double v) {
            const double slack = std::abs(v) * kAbout;
            return Interval{v - slack, v + slack, false, false};
          }},
    Hedge{"nearly", [](double v) { return Interval{v * kNearly, v, false, true}; }},
    Hedge{"just over", [](double v) { return Interval{v, v * kJustOver, true, false}; }},
    Hedge{"over", [](double v) { return Interval{v, std::nullopt, true, false}; }},
    Hedge{"under", [](double v) { return Interval{std::nullopt, v, false, true}; }},
    Hedge{"at least", [](double v) { return Interval{v, std::nullopt, false, false}; }},
    Hedge{"at most", [](double v) { return Interval{std::nullopt, v, false, false}; }},
};

Interval scaled(Interval interval, const Measure& measure) {
  const auto scale = [&](std::optional<double>& end) {
    if (end) *end = *end * measure.factor + measure.offset;
  };
  scale(interval.low);
  scale(interval.high);
  return interval;
}

std::string lower_unit(std::string_view unit) { return to_lower(collapse_space(unit)); }

/// The head noun of "U.S. troops in Niger", singular: the last word before a preposition.
std::string head_noun(std::string_view unit) {
  static constexpr std::array<std::string_view, 18> kAfterHead{
      "per",  "a",  "an", "of",  "in", "from", "who",   "that",    "which",
      "with", "at", "on", "for", "to", "by",   "among", "against", "and"};
  std::string head;
  for (const std::string_view word : split(unit, ' ')) {
    if (!head.empty() && std::ranges::find(kAfterHead, word) != kAfterHead.end()) break;
    head = word;
  }
  for (const std::string_view possessive : {"'s", "’s", "'", "’"}) {
    if (head.ends_with(possessive)) head.resize(head.size() - possessive.size());
  }
  return singular(head);
}

bool is_share(std::string_view unit) {
  static constexpr std::array<std::string_view, 6> kShares{"%",   "percent",    "per cent",
                                                           "pct", "percentage", "percents"};
  return std::ranges::find(kShares, unit) != kShares.end();
}

/// A word like "Nigeriens" or "Americans": a nationality counts people.
bool names_a_nationality(std::string_view unit) {
  const std::size_t blank = unit.rfind(' ');
  const std::string_view last = blank == std::string_view::npos ? unit : unit.substr(blank + 1);
  return last.size() > 4 && is_ascii_upper(last[0]) && !is_ascii_upper(last[1]) &&
         (last.ends_with("ns") || last.ends_with("is") || last.ends_with("ese") ||
          last.ends_with("ans") || last.ends_with("ers"));
}

People people_in(std::string_view unit, std::string_view key) {
  const People people = people_of(key);
  return people == People::none && names_a_nationality(unit) ? People::kind : people;
}

std::string_view hedge_of(const Quantity& quantity) {
  return quantity.modifier ? std::string_view(*quantity.modifier) : std::string_view{};
}

bool is_approximate(std::string_view hedge) { return hedge == "about" || hedge == "nearly"; }

bool same_ends(const Interval& a, const Interval& b) {
  return is_same(low_of(a), low_of(b)) && is_same(high_of(a), high_of(b));
}

/// The intervals in one unit: two measures of one dimension meet in its base unit.
bool bring_together(const Quantity& a, const Quantity& b, Interval& of_a, Interval& of_b) {
  const Measure* measure_a = measure_named(lower_unit(a.unit));
  const Measure* measure_b = measure_named(lower_unit(b.unit));
  if (!measure_a || !measure_b || measure_a->name == measure_b->name) return false;
  // Converted figures are rounded anew: "six miles" beside "10 kilometers".
  const auto widened = [](const Quantity& quantity, Interval interval) {
    if (!quantity.value || !same_ends(interval, {quantity.value, quantity.value, false, false}))
      return interval;
    const double slack = std::max(0.5, std::abs(*quantity.value) * kRoundest);
    return Interval{*quantity.value - slack, *quantity.value + slack, false, false};
  };
  of_a = scaled(widened(a, of_a), *measure_a);
  of_b = scaled(widened(b, of_b), *measure_b);
  return true;
}

constexpr double kDaysInYear = 365.2425, kDaysInMonth = kDaysInYear / 12;

struct LengthUnit {
  char code;
  bool after_t;
  double days;
};
constexpr std::array kLengthUnits{
    LengthUnit{'Y', false, kDaysInYear}, LengthUnit{'M', false, kDaysInMonth},
    LengthUnit{'W', false, 7},           LengthUnit{'D', false, 1},
    LengthUnit{'H', true, 1.0 / 24},     LengthUnit{'M', true, 1.0 / 1440},
    LengthUnit{'S', true, 1.0 / 86400},
};

/// Days of a TIMEX3 duration: "P3Y", "PT36H", "P1DT12H", "P2DE" (decades), "P1CE". Nothing when a
/// number is unknown ("PXM").
std::optional<double> length_in_days(std::string_view value) {
  if (!value.starts_with('P')) return std::nullopt;
  bool after_t = false;
  double sum = 0, number = 0, scale = 0;
  for (std::size_t at = 1; at < value.size(); ++at) {
    const char c = value[at];
    if (c == 'T') {
      after_t = true;
    } else if (c == '.') {
      scale = 1;
    } else if (is_ascii_digit(c)) {
      number = scale > 0 ? number + (c - '0') * (scale /= 10) : number * 10 + (c - '0');
    } else {
      const bool decades = value.substr(at).starts_with("DE"),
                 centuries = value.substr(at).starts_with("CE");
      const auto unit = std::ranges::find_if(
          kLengthUnits, [&](const LengthUnit& u) { return u.code == c && u.after_t == after_t; });
      if (decades || centuries) {
        sum += number * kDaysInYear * (decades ? 10 : 100);
        ++at;
      } else if (unit != kLengthUnits.end()) {
        sum += number * unit->days;
      } else {
        return std::nullopt;
      }
      number = scale = 0;
    }
  }
  return sum > 0 ? std::optional(sum) : std::nullopt;
}

std::optional<Interval> allowed_length(const Time& time) {
  const auto days = length_in_days(time.value);
  if (!days) return std::nullopt;
  const std::string_view mod = time.mod ? std::string_view(*time.mod) : std::string_view{};
  if (mod == "MORE_THAN") return Interval{days, std::nullopt, true, false};
  if (mod == "EQUAL_OR_MORE") return Interval{days, std::nullopt, false, false};
  if (mod == "LESS_THAN") return Interval{*days * kNearly, days, false, true};
  if (mod == "EQUAL_OR_LESS") return Interval{std::nullopt, days, false, false};
  if (mod == "APPROX") return Interval{*days * (1 - kAbout), *days * (1 + kAbout), false, false};
  return Interval{days, days, false, false};
}

Fit compare_lengths(const Time& a, const Time& b) {
  const auto of_a = allowed_length(a), of_b = allowed_length(b);
  if (!of_a || !of_b) return Fit::incomparable;
  if (same_ends(*of_a, *of_b)) return Fit::agree;
  return intersect(*of_a, *of_b) ? Fit::differ : Fit::conflict;
}

/// START, MID and END are thirds of a longer range, and morning, noon and evening of a day.
TimeRange narrowed(TimeRange range, std::string_view mod) {
  if (range.grain == Grain::minute) return range;
  const int third = mod == "START" ? 0 : mod == "MID" ? 1 : mod == "END" ? 2 : -1;
  if (third < 0) return range;
  if (range.grain == Grain::day) {
    // "early on Friday" reaches the forenoon, "late on Friday" begins in the afternoon.
    constexpr std::array<Minutes, 3> kParts{Minutes{0, 12 * 60}, Minutes{10 * 60, 16 * 60},
                                            Minutes{16 * 60, Minutes::kMinutesOfDay}};
    if (range.minutes == Minutes{}) range.minutes = kParts[static_cast<std::size_t>(third)];
    return range;
  }
  const auto days = (range.end - range.begin).count();
  const Day begin = range.begin;
  range.begin = begin + std::chrono::days{days * third / 3};
  range.end = begin + std::chrono::days{(days * (third + 1) + 2) / 3};
  return range;
}

bool overlap_in_minutes(const TimeRange& a, const TimeRange& b) {
  const auto from = [&](const TimeRange& r) {
    const auto midnight = (r.begin - a.begin).count() * Minutes::kMinutesOfDay;
    const auto last = (r.end - std::chrono::days{1} - a.begin).count() * Minutes::kMinutesOfDay;
    return std::pair{midnight + r.minutes.begin, last + r.minutes.end};
  };
  const auto [a_begin, a_end] = from(a);
  const auto [b_begin, b_end] = from(b);
  return a_begin < b_end && b_begin < a_end;
}

}  // namespace

std::optional<Interval> allowed_interval(const Quantity& quantity) {
  const std::string_view hedge = hedge_of(quantity);
  if (!quantity.value) {
    if (!quantity.low && !quantity.high) return std::nullopt;
    if (hedge == "vague") return vague(quantity);
    return Interval{quantity.low, quantity.high, false, false};
  }
  const auto at = std::ranges::find(kHedges, hedge, &Hedge::name);
  return at != kHedges.end() ? at->allows(*quantity.value) : rounded(*quantity.value);
}

std::string unit_key(std::string_view unit) {
  const std::string lower = lower_unit(unit);
  if (lower.empty()) return {};
  if (is_share(lower)) return "%";
  if (is_currency_code(unit)) return std::string(unit);
  if (const Measure* measure = measure_named(lower)) return std::string(measure->name);
  if (lower.ends_with("service members")) return "troop";
  const std::string head = head_noun(lower);
  return std::string(class_of_noun(head));
}

bool units_fit(std::string_view a, std::string_view b) {
  const std::string key_a = unit_key(a), key_b = unit_key(b);
  if (key_a == key_b) return true;
  const auto is_special = [](std::string_view unit, const std::string& key) {
    return key == "%" || key == "time" || key == "years old" || is_currency_code(unit);
  };
  if (is_special(a, key_a) || is_special(b, key_b)) return false;
  if (key_a.empty() || key_b.empty()) return true;
  const Measure *measure_a = measure_named(lower_unit(a)),
                *measure_b = measure_named(lower_unit(b));
  if (measure_a && measure_b) {
    return measure_a->dimension == measure_b->dimension && measure_a->dimension != Dimension::other;
  }
  const People people_a = people_in(a, key_a), people_b = people_in(b, key_b);
  return people_a != People::none && people_b != People::none &&
         (people_a == People::general || people_b == People::general);
}

Fit compare(const Quantity& a, const Quantity& b) {
  if (!units_fit(a.unit, b.unit)) return Fit::incomparable;
  auto of_a = allowed_interval(a), of_b = allowed_interval(b);
  if (!of_a || !of_b) return Fit::incomparable;
  if (bring_together(a, b, *of_a, *of_b)) {
    if (!intersect(*of_a, *of_b)) return Fit::conflict;
    return hedge_of(a) == hedge_of(b) ? Fit::agree : Fit::differ;
  }
  if (hedge_of(a) == hedge_of(b) && same_ends(*of_a, *of_b)) return Fit::agree;
  return intersect(*of_a, *of_b) ? Fit::differ : Fit::conflict;
}

bool is_same_reading(const Quantity& a, const Quantity& b) {
  const Fit fit = compare(a, b);
  if (fit == Fit::agree) return true;
  return fit == Fit::differ && a.value && b.value && is_same(*a.value, *b.value) &&
         is_approximate(hedge_of(a)) && is_approximate(hedge_of(b));
}

std::optional<TimeRange> range_of(const Time& time) {
  const auto range = range_of(time.value);
  if (!range || !time.mod) return range;
  return narrowed(*range, *time.mod);
}

Fit compare(const Time& a, const Time& b) {
  if (a.value.starts_with('P') && b.value.starts_with('P') && a.type == "DURATION" &&
      b.type == "DURATION") {
    return compare_lengths(a, b);
  }
  const auto of_a = range_of(a), of_b = range_of(b);
  if (!of_a || !of_b) {
    const bool same = !a.value.empty() && a.value == b.value && a.type == b.type && a.mod == b.mod;
    return same ? Fit::agree : Fit::incomparable;
  }
  if (a.value == b.value && a.mod == b.mod) return Fit::agree;
  // BEFORE and AFTER leave one side open: no range refutes them but one on the other side.
  const auto opens = [](const Time& t) {
    return t.mod == "BEFORE" || t.mod == "AFTER" || t.mod == "ON_OR_BEFORE" ||
           t.mod == "ON_OR_AFTER";
  };
  if (opens(a) || opens(b)) return Fit::differ;
  return overlap_in_minutes(*of_a, *of_b) ? Fit::differ : Fit::conflict;
}

std::string_view name_of(Fit fit) {
  switch (fit) {
    case Fit::incomparable:
      return "incomparable";
    case Fit::agree:
      return "agree";
    case Fit::differ:
      return "differ";
    case Fit::conflict:
      return "conflict";
  }
  return "";
}

}  // namespace stemma
