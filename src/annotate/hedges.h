#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "annotate/lexemes.h"

namespace stemma {

/// A hedge beside a number: its class (data/quantities/GUIDELINE.md) and how many lexemes it has.
struct HedgeMatch {
  std::string_view name;  ///< "about", "at least" …
  std::size_t length = 0;
};

/// The longest hedge that ends right before the lexeme: "more than", "an estimated".
std::optional<HedgeMatch> hedge_before(std::string_view text, std::span<const Lexeme> lexemes,
                                       std::size_t at);
/// The longest hedge that begins at the lexeme: "or more", "or so".
std::optional<HedgeMatch> hedge_after(std::string_view text, std::span<const Lexeme> lexemes,
                                      std::size_t at);

/// The bounds that a hedged number allows; both equal where there is no hedge.
struct Bounds {
  std::optional<double> low, high;
};
Bounds bounds_of(std::string_view hedge, double value);

}  // namespace stemma
