#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/annotations.h"
#include "model/calendar.h"

namespace stemma {

/// How two values of one fact stand to each other.
enum class Fit : std::uint8_t {
  incomparable,  ///< different things are counted, or one has no value
  agree,         ///< the same value, said with the same precision
  differ,        ///< both can hold: "about 1,000" and "almost 1,000", "May" and "May 3"
  conflict,      ///< they cannot both hold: "Thursday" and "late on Friday"
};

/// What two readings allow, as the collation guideline draws it: wider than `Quantity::low` and
/// `high`. An absent end is open.
struct Interval {
  std::optional<double> low, high;
  bool low_open = false, high_open = false;  ///< the end itself is not allowed ("over 1,000")
};

/// "about N": N ± 15 %; "nearly N": [0.9 N, N); "over N": (N, …); a number with trailing zeros also
/// stands for what rounds to it. Nothing when the quantity has neither value nor bounds.
std::optional<Interval> allowed_interval(const Quantity& quantity);

/// What is counted, brought to one form: head noun, singular, lower case, with a few classes that
/// reports mix up ("troops", "soldiers", "service members" → "troop"). Money is its ISO code,
/// percentages "%". Empty when there is no unit.
std::string unit_key(std::string_view unit);

/// Whether two units can count the same thing: equal keys, or one of them is empty or is people in
/// general and the other a kind of people. A share ("%") only ever fits a share, money its
/// currency.
bool units_fit(std::string_view a, std::string_view b);

/// Shares are never compared with counts, nor sums of different currencies. Measures of one
/// dimension are converted ("six miles" agrees with "10 kilometers").
Fit compare(const Quantity& a, const Quantity& b);

/// Whether both belong to one reading: they agree, or give one number with words that only say it
/// is not exact ("roughly 1,000", "almost 1,000").
bool is_same_reading(const Quantity& a, const Quantity& b);

/// Compares calendar times; a coarser value that holds the finer one differs, it does not conflict.
/// `mod` narrows ("2024-05", END → its last third; a day's END → its evening). Durations are
/// compared by length, other values only for equality.
Fit compare(const Time& a, const Time& b);

/// The days and minutes that a value with its `mod` stands for.
std::optional<TimeRange> range_of(const Time& time);

std::string_view name_of(Fit fit);  ///< "agree"

}  // namespace stemma
