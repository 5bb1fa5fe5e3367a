#pragma once

#include <span>
#include <string_view>

#include "annotate/time_parts.h"
#include "annotate/time_patterns.h"
#include "model/annotations.h"

namespace stemma {

/// The text around a match.
struct TimeSetting {
  std::string_view text;
  const Annotations& annotations;
  std::span<const Lexeme> lexemes;
};

/// Whether the words that a rule matched are a time here: "2000" may count people, "a 5-year-old"
/// is an age, "March" a verb, "August" a person, "the second" an ordinal.
bool is_time(const TimeSetting& setting, const Match& match, const TimeParts& parts);

}  // namespace stemma
