#include "annotate/time_parts.h"

#include <algorithm>

namespace stemma {
namespace {

/// Words that look back to the text ("the previous day"), by their `value` in the lexicon.
constexpr int kAnaphoric = 1;

void take_relative(const Lexeme& lexeme, Sorts as, TimeParts& parts) {
  const auto is = [&](Sort sort) { return (as & bit(sort)) != 0; };
  if (is(Sort::last)) parts.relative = Relative::last;
  if (is(Sort::next)) parts.relative = Relative::next;
  if (is(Sort::thisone) && parts.relative == Relative::none) parts.relative = Relative::thisone;
  if (is(Sort::thatone)) parts.relative = Relative::thatone;
  if ((is(Sort::last) || is(Sort::next)) && lexeme.value == kAnaphoric) parts.anaphoric = true;
  if (is(Sort::thatone)) parts.anaphoric = true;
  if (is(Sort::ago)) parts.direction = Direction::ago;
  if (is(Sort::earlier)) parts.direction = Direction::earlier;
  if (is(Sort::later)) parts.direction = Direction::later;
  if (is(Sort::now)) parts.direction = Direction::later;
}

void take_number(const Lexeme& lexeme, Sorts as, TimeParts& parts) {
  const auto is = [&](Sort sort) { return (as & bit(sort)) != 0; };
  if (is(Sort::number) && !parts.number) parts.number = lexeme.number;
  if (is(Sort::article) && !parts.number && !parts.unit) parts.number = 1;
  if (is(Sort::few)) parts.few = true;
  if (is(Sort::fraction)) parts.fraction = lexeme.number;
  if (is(Sort::ordinal)) {
    parts.ordinal = lexeme.value;
  } else if (is(Sort::first)) {
    parts.is_last_of = true;
  }
}

void take_calendar(const Lexeme& lexeme, Sorts as, TimeParts& parts) {
  const auto is = [&](Sort sort) { return (as & bit(sort)) != 0; };
  if (is(Sort::year) || is(Sort::short_year)) parts.year = lexeme.value;
  if (is(Sort::month)) parts.month = lexeme.value;
  if (is(Sort::day_number)) parts.day = lexeme.value;
  if (is(Sort::weekday) || is(Sort::weekdays)) parts.weekday = lexeme.value;
  if (is(Sort::season)) parts.season = lexeme.value;
  if (is(Sort::decade)) parts.decade = lexeme.value;
  if (is(Sort::numeric_date)) parts.numeric_date = lexeme.value;
  if (is(Sort::day_part)) parts.day_part = lexeme.value;
  if (is(Sort::day_word)) parts.day_offset = lexeme.value;
  if (is(Sort::fiscal)) parts.is_fiscal = true;
  if (is(Sort::holiday)) parts.holiday = lexeme.value;
}

void take_unit(const Lexeme& lexeme, TimeParts& parts) {
  (parts.unit == 0 ? parts.unit : parts.second_unit) = lexeme.unit;
}

}  // namespace

TimeParts parts_of(std::span<const Lexeme> lexemes, const Match& match) {
  TimeParts parts;
  for (std::size_t i = match.begin; i < match.end; ++i) {
    const Lexeme& lexeme = lexemes[i];
    const Sorts as = lexeme.sorts & match.sorts[i - match.begin];
    const auto is = [&](Sort sort) { return (as & bit(sort)) != 0; };
    take_calendar(lexeme, as, parts);
    take_relative(lexeme, as, parts);
    take_number(lexeme, as, parts);
    if (is(Sort::unit) || is(Sort::units)) take_unit(lexeme, parts);
    if (is(Sort::the)) parts.has_the = true;
    if (is(Sort::time)) parts.with_time_word = true;
    if (is(Sort::reference)) parts.reference = lexeme.value;
    if (is(Sort::frequency)) parts.frequency = lexeme.unit;
    if (is(Sort::clock)) {
      parts.minute = lexeme.value;
      parts.clock_is_exact = true;
    }
    if (is(Sort::meridiem)) {
      constexpr double kHours = 24;  // a greater number is no hour
      if (!parts.minute)
        parts.minute = static_cast<int>(std::min(parts.number.value_or(0), kHours)) * 60;
      parts.minute = *parts.minute % (12 * 60) + lexeme.value * 60;
    }
    if (is(Sort::zone)) parts.utc = true;
  }
  return parts;
}

}  // namespace stemma
