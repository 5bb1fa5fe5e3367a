#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/annotations.h"

namespace stemma {

/// What a word may be in a time expression or a quantity. A word can be several: "second", "May".
enum class Sort : std::uint8_t {
  number,        ///< "12", "1,000", "twenty-five", "1.5 million": `number`
  fraction,      ///< "half", "quarter", "third", "fifths": `number`
  magnitude,     ///< "hundred", "million", "dozen": `number`
  magnitudes,    ///< "hundreds", "dozens": `number`
  few,           ///< "several", "few", "couple", "handful": [value, number]
  ordinal,       ///< "third", "3rd": `value`
  day_number,    ///< 1 to 31, as number or ordinal: `value`
  year,          ///< "1996", "nineteen ninety-six": `value`
  short_year,    ///< "'96": `value`
  decade,        ///< "1990s", "nineties": `value` is 199
  clock,         ///< "10:30", "14:00": `value` in minutes
  meridiem,      ///< "a.m.", "pm": `value` 0 or 12
  zone,          ///< "GMT", "EST"
  numeric_date,  ///< "2024-05-03", "07/08/2007": `value` is year * 10000 + month * 100 + day
  weekday,       ///< `value` 1 (Monday) to 7
  weekdays,      ///< "Fridays"
  month,         ///< `value` 1 to 12
  season,        ///< `value` index of SP SU FA WI
  unit,          ///< "day", "quarter": `unit`
  units,         ///< "days"
  day_part,      ///< "morning": `value` index of MO MI AF EV NI
  day_word,      ///< "today", "yesterday": `value` days from today
  night_word,    ///< "tonight", "overnight"
  reference,     ///< "now", "recently": `value` index of PRESENT PAST FUTURE
  holiday,       ///< first word of a holiday's name
  frequency,     ///< "daily", "annually": `unit`
  last,          ///< "last", "past", "previous"
  next,          ///< "next", "coming", "following"
  thisone,       ///< "this", "current"
  thatone,       ///< "that", "same"
  the,
  article,  ///< "a", "an"
  ago,
  earlier,  ///< "earlier", "before", "previously"
  later,    ///< "later", "after"
  early,    ///< "early", "late", "mid": `value` index of START MID END
  edge,     ///< "beginning", "end", "middle": `value` as in early
  each,     ///< "every", "each"
  recent,
  coming,  ///< "coming", "ahead"
  first,   ///< "first", "final", "opening": an ordinal of durations
  more,    ///< "more", "additional", "full", "consecutive"
  fiscal,
  old,
  long_word,
  now,  ///< "now" after "from"
  from,
  of,
  in,
  on,
  at,
  and_word,
  or_word,
  to,
  comma,
  hyphen,
  possessive,
  so,    ///< "so" after "or"
  time,  ///< "time", "times", "moment", "period"
  per,   ///< "a" and "per" in "twice a week"
};

using Sorts = std::uint64_t;
constexpr Sorts bit(Sort sort) { return Sorts{1} << static_cast<unsigned>(sort); }

/// A word, a numeral of several words, or a mark, with what it may be.
struct Lexeme {
  Span span;
  Index token = 0;       ///< the token that holds its first byte
  Index last_token = 0;  ///< the token that holds its last byte
  Sorts sorts = 0;
  int value = 0;
  double number = 0;
  double scale = 1;      ///< the magnitude words of a numeral in digits: 1e6 in "1.5 million"
  char unit = 0;         ///< of unit words: s m(inute) h D W w(eekend) M Q H(alf) Y E(decade) C
  bool digits = false;   ///< written in digits, at least in part
  bool decimal = false;  ///< has a point or a comma: no year and no day

  bool is(Sort sort) const { return (sorts & bit(sort)) != 0; }
  bool is_any(Sorts wanted) const { return (sorts & wanted) != 0; }
};

/// The lexemes of a text in order, one or more for each token that is no white space; numerals of
/// several words are one ("twenty-five", "two hundred and six", "1.5 million", "2 1/2"). O(n).
std::vector<Lexeme> lexemes_of(std::string_view text, const std::vector<Token>& tokens);

}  // namespace stemma
