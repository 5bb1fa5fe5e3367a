#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "collate/story_view.h"
#include "model/collation.h"
#include "model/compare.h"

namespace stemma {

/// One calendar time as the story lets it stand.
struct StoryTime {
  Span span;
  Index source = 0;  ///< in Annotations::times
  /// ISO 8601 or TIMEX3; what cannot be known is X: "2023-07", "XXXX-10", "XXXX-WXX-4" (a
  /// Thursday).
  std::string value;
  std::optional<std::string> mod;
};

/// The calendar times of every article, furniture apart. A value that was counted from a doubtful
/// publication day (its article's own doubt, or one of `doubts`) keeps only what its words say
/// ("Thursday", "October"); a month without a year takes the year that the story gives that month,
/// when it gives one only. Durations and references
/// ("now") are left out.
std::vector<std::vector<StoryTime>> story_times(const StoryView& story,
                                                std::span<const DoubtfulDate> doubts);

/// How two times of one event stand: as compare(Time, Time), and for partly known values by the
/// parts that both have. A Thursday and a Friday conflict, a Thursday and a month are incomparable.
Fit compare(const StoryTime& a, const StoryTime& b);

/// Whether nothing of the value is unknown.
inline bool is_whole(const StoryTime& time) { return time.value.find('X') == std::string::npos; }

}  // namespace stemma
