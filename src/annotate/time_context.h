#pragma once

#include <optional>
#include <span>

#include "annotate/lexemes.h"
#include "model/annotations.h"
#include "model/calendar.h"

namespace stemma {

/// The day from which a text speaks.
struct Today {
  std::optional<Day> day;
  bool doubtful = false;  ///< taken from the text, or the page's own date is in doubt
};

/// The publication day, doubtful where its evidence is; where it is missing, the first full date
/// near the beginning of the text.
Today today_of(const Article& article, std::span<const Lexeme> lexemes);

enum class Tense : std::uint8_t { unknown, past, future };

/// The tense of the verb that governs a token: past forms and the perfect are past; will, shall and
/// other modals, "is to", "plans to", "is expected to" are future. Climbs a bounded number of
/// heads.
Tense tense_of(const Annotations& annotations, Index token);

}  // namespace stemma
