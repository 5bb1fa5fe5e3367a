#pragma once

#include <string>
#include <vector>

#include "annotate/cue_frames.h"
#include "annotate/quotation_marks.h"

namespace stemma {

/// An attribution that was chosen, still in tokens.
struct Choice {
  Index cue = kNone;
  CueClass cue_class = CueClass::none;
  Annotations::Range cue_tokens, source_tokens;
  Index source = kNone;
  std::vector<Span> content;  ///< in text order, never empty
  bool is_hearsay = false;
  bool is_attitude = false;  ///< a wish, plan or judgement, no statement
  std::string rule;
};

/// Quotations with their cues first; then the readings of the parse that the model believes, best
/// first, one for each cue. Sorted by where they begin. O(n log n).
std::vector<Choice> choose_attributions(const Article& article, const SyntaxView& syntax,
                                        const std::vector<QuoteRun>& runs);

/// The bytes of a candidate's content, with quotations that it cuts through made whole.
std::vector<Span> content_spans(const SyntaxView& syntax, const Candidate& candidate,
                                const std::vector<QuoteRun>& runs);

}  // namespace stemma
