#pragma once

#include <vector>

#include "annotate/cue_frames.h"
#include "annotate/quotation_marks.h"

namespace stemma {

/// One speaker's quotations in one paragraph, with the cue that stands beside them.
struct QuotedSpeech {
  Index cue = kNone;  ///< kNone: no cue; the speaker is inherited
  Annotations::Range cue_tokens, source_tokens;
  Index source = kNone;
  std::vector<Span> runs;  ///< with their marks, in text order
  Index inherits = kNone;  ///< the speech with a cue whose speaker goes on (an index)
  const char* rule = "";   ///< "quotation, cue after" …
};

/// Joins quotations that are utterances to the cue before or after them; a later one without a cue
/// in the paragraph belongs to the same speaker, one that reopens to the paragraph before. Phrases
/// and names in marks are left to the clause they stand in. O(n).
std::vector<QuotedSpeech> find_quoted_speech(const SyntaxView& syntax,
                                             const std::vector<QuoteRun>& runs);

}  // namespace stemma
