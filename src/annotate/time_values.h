#pragma once

#include <optional>
#include <string>

#include "annotate/time_context.h"
#include "annotate/time_parts.h"
#include "model/calendar.h"

namespace stemma {

/// What earlier expressions of the text leave for later ones.
struct TimeMemory {
  std::optional<TimeRange> last;    ///< last calendar time that was named
  std::optional<Day> last_quarter;  ///< first day of the last quarter that was named
};

struct TimeValue {
  std::string type;            ///< DATE, TIME, DURATION, SET
  std::string value;           ///< TIMEX3
  bool from_today = false;     ///< computed from the publication day
  bool is_comparison = false;  ///< a period set beside the one that the text speaks of
};

/// The TIMEX3 value of an expression seen from a day, after the times that came before it. Where a
/// day is needed and none is known the unknown parts stay "X" ("XXXX-WXX-4"). Nothing when the
/// parts make no time.
std::optional<TimeValue> value_of(Meaning meaning, const TimeParts& parts, const Today& today,
                                  const TimeMemory& memory, Tense tense);

}  // namespace stemma
