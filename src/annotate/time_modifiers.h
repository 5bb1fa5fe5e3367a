#pragma once

#include <string_view>

#include "annotate/time_guards.h"

namespace stemma {

struct Modified {
  Span span;             ///< with the words before and after that belong to the expression
  std::string_view mod;  ///< TIMEX3 mod, or empty
};

/// Takes in the modifiers around a match: "about two weeks" (APPROX), "late on Friday" (END), "the
/// end of 1990" (END), "more than four hours" (MORE_THAN), "a year or so" (APPROX).
Modified with_modifiers(const TimeSetting& setting, const Match& match);

}  // namespace stemma
