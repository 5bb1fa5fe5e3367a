#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "annotate/lexemes.h"
#include "model/calendar.h"

namespace stemma {

/// Joins the words of holidays ("Good Friday", "New Year's Eve") into lexemes of Sort::holiday
/// whose value is the holiday's index. O(n).
void merge_holidays(std::string_view text, std::vector<Lexeme>& lexemes);

/// The day of a holiday in a year: fixed days, n-th weekdays of a month, and days counted from
/// Easter (the Gregorian computus of Meeus, Jones and Butcher).
Day day_of_holiday(std::size_t holiday, int year);

}  // namespace stemma
