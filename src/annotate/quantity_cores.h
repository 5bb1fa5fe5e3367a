#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "annotate/lexemes.h"

namespace stemma {

/// The number of a quantity without hedge, measure and unit.
struct QuantityCore {
  enum class Kind : std::uint8_t { number, share, multiple, vague, range };
  Kind kind = Kind::number;
  std::size_t begin = 0, end = 0;   ///< lexemes [begin, end)
  std::optional<double> value;      ///< of a share in percent
  std::optional<double> low, high;  ///< of vague counts and ranges
};

/// The core that begins at the lexeme: "two dozen", "half a million", "a third", "4 in 10", "tens
/// of thousands", "several hundred", "20 to 25", "tripled". O(1).
std::optional<QuantityCore> quantity_core(std::string_view text, std::span<const Lexeme> lexemes,
                                          std::size_t at);

}  // namespace stemma
