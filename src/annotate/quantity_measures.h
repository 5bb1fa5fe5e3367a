#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "annotate/quantity_cores.h"
#include "model/annotations.h"

namespace stemma {

/// The text around a quantity.
struct QuantitySetting {
  std::string_view text;
  const Annotations& annotations;
  std::span<const Lexeme> lexemes;
};

/// A core with its currency, per cent sign or measure word.
struct Measured {
  std::size_t begin = 0, end = 0;  ///< lexemes with the measure: "$5", "80-foot", "6-year-old"
  std::string unit;                ///< ISO 4217 code, "%", "years old", "feet" …; empty for counts
  double scale = 1;                ///< of an abbreviation: 1e6 in "$5m"
};

Measured measure_of(const QuantitySetting& setting, const QuantityCore& core);

}  // namespace stemma
