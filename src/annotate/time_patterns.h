#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "annotate/lexemes.h"

namespace stemma {

/// What a matched pattern means; decides how its value is computed.
enum class Meaning : std::uint8_t {
  date,        ///< any of year, month, day, weekday, season, quarter, with an optional part of day
  relative,    ///< "last week", "this Friday", "next two years": a unit seen from the anchor
  duration,    ///< "two weeks"
  distance,    ///< "two weeks ago", "a year earlier"
  clock,       ///< "3 p.m. Friday"
  ordinal,     ///< "the third quarter of 1996", "the 19th century"
  definite,    ///< "the quarter", "the weekend": a unit that the text has named before
  decade,      ///< "the late 1970s"
  day_word,    ///< "yesterday", "tonight"
  reference,   ///< "now", "in the future"
  set,         ///< "every Friday", "daily"
  vague_span,  ///< "recent years", "coming months", "weeks"
  holiday,     ///< "Thanksgiving Day"
};

struct Match {
  Meaning meaning = Meaning::date;
  std::size_t begin = 0, end = 0;  ///< lexemes [begin, end)
  std::span<const Sorts> sorts;    ///< as what the rule took each of them; lives forever
};

/// The longest pattern of time_rules.inc that begins at the lexeme; of equal ones the first in the
/// file. The cost is bounded by the rules, not by the text.
std::optional<Match> match_time(std::span<const Lexeme> lexemes, std::size_t at);

}  // namespace stemma
