#pragma once

#include <optional>
#include <string>

#include "model/calendar.h"

namespace stemma {

/// The parts of TIMEX3 values. Units are the letters of the lexicon: h, m, s on the clock; D day,
/// w weekend, W week, F fortnight, M month, S season, Q quarter, H half-year, Y year, E decade,
/// C century, L millennium.

/// A number with leading zeros, held within 0 to 9999.
std::string padded(int number, int width);

int year_of(Day day);
int month_of(Day day);
/// The same day of another month, or that month's last.
Day months_from(Day day, int count);
/// Nothing when the calendar has no such day.
std::optional<Day> day_in(int year, int month, int day);

/// "P3Y", "PT36H", "P2Y6M" of a number of units; "PXY" of a few.
std::string length_value(double number, char unit, bool few);

/// The moment `count` units from the day, at the unit's own grain. Nothing when it is too far or
/// the unit has no such value.
std::optional<std::string> shifted(Day day, double count, char unit);

/// The named unit itself: "this decade" is "202".
std::optional<std::string> unit_value(Day day, int count, char unit);

/// The unit at an unknown time: "XXXX-WXX".
std::string unknown_unit(char unit);

}  // namespace stemma
