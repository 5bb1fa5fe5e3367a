#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// A stretch inside one pair of quotation marks, within one paragraph (a paragraph is a line that
/// is not blank).
struct QuoteRun {
  Span span;               ///< with its marks
  Span inner;              ///< without them
  bool closed = true;      ///< false: the paragraph ended first
  bool single = false;     ///< ‘ ’ or ' ' outside any double marks
  bool continues = false;  ///< reopens a run that the paragraph before left open
  Span paragraph;
};

/// Reads “ ” „ " '' `` ‘‘ ’’ ‘ ’ ' « » paragraph by paragraph. A mark is typed by its neighbours,
/// never counted, so an odd number costs at most the paragraph it stands in. Marks inside a run
/// belong to it. In order, disjoint. O(n), total.
std::vector<QuoteRun> find_quotations(std::string_view text);

/// What a run is by its own words: an utterance, or a word or name set in marks ("the “truce”",
/// “Hamlet”, Jo “Red” Orr).
enum class QuoteUse : std::uint8_t { speech, phrase, name };

/// By length, case and the stop or comma before the closing mark: four words or more, or a stop,
/// are speech; capitals on every long word are a name.
QuoteUse use_of(std::string_view text, const QuoteRun& run);

}  // namespace stemma
