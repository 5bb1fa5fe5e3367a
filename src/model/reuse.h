#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "model/annotations.h"

namespace stemma {

/// A passage that two articles share, quotations of third parties apart.
struct SharedPassage {
  enum class Kind : std::uint8_t { duplicate, near_duplicate, passage };
  enum class Earlier : std::uint8_t { a, b, unknown };
  Index a = 0, b = 0;  ///< positions of the two articles in the input, a < b
  Span a_span, b_span;
  Kind kind = Kind::passage;
  double similarity = 0;  ///< share of equal words in the two spans, in [0, 1]
  Earlier earlier = Earlier::unknown;
};

inline std::string_view name_of(SharedPassage::Kind kind) {
  switch (kind) {
    case SharedPassage::Kind::duplicate:
      return "duplicate";
    case SharedPassage::Kind::near_duplicate:
      return "near-duplicate";
    case SharedPassage::Kind::passage:
      return "passage";
  }
  return "";
}

inline std::string_view name_of(SharedPassage::Earlier earlier) {
  switch (earlier) {
    case SharedPassage::Earlier::a:
      return "a";
    case SharedPassage::Earlier::b:
      return "b";
    case SharedPassage::Earlier::unknown:
      return "unknown";
  }
  return "";
}

}  // namespace stemma
