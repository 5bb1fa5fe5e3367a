#pragma once

#include <optional>
#include <span>

#include "annotate/time_patterns.h"

namespace stemma {

/// From where a relative expression is seen.
enum class Relative : std::uint8_t { none, last, next, thisone, thatone };
enum class Direction : std::uint8_t { none, ago, earlier, later };

/// What the words of one time expression say, before anything is computed.
struct TimeParts {
  std::optional<int> year, month, day, weekday, season, day_part, minute, ordinal, day_offset,
      decade, reference, numeric_date,
      holiday;                   ///< index of holidays.h
  std::optional<double> number;  ///< of units: "two", "a" is 1
  double fraction = 0;           ///< "and a half"
  bool few = false;              ///< a number without a value: "several", "few"
  bool clock_is_exact = false;   ///< minutes were written
  bool utc = false;
  bool has_the = false;
  bool anaphoric = false;  ///< seen from the text's time, not from today: "the following week"
  bool is_fiscal = false;
  bool is_last_of = false;      ///< "the last week of March"
  bool with_time_word = false;  ///< "period", "time"
  char unit = 0, second_unit = 0;
  char frequency = 0;
  Relative relative = Relative::none;
  Direction direction = Direction::none;
};

TimeParts parts_of(std::span<const Lexeme> lexemes, const Match& match);

}  // namespace stemma
