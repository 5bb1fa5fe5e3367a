#pragma once

#include <cstdint>
#include <vector>

#include "annotate/cue_frames.h"
#include "annotate/quotation_marks.h"

namespace stemma {

/// Hashed features of one candidate: its words, their classes, the frame, what stands around.
std::vector<std::uint32_t> features_of(const SyntaxView& syntax, const Candidate& candidate,
                                       const std::vector<QuoteRun>& runs);

/// How sure it is that the candidate is an attribution, as log-odds: the sum of the features'
/// weights. The weights are in cue_weights.inc; tools/fit_cue_model.py makes them.
float score_of(const std::vector<std::uint32_t>& features);

}  // namespace stemma
