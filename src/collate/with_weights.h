#pragma once

#include <span>

#include "collate/weights.h"
#include "model/annotations.h"
#include "model/collation.h"
#include "model/reuse.h"

namespace stemma {

/// `collate` with other weights than those that ship: for fitting them and judging the fit on a
/// story that was left out (tools/collate_train).
Collation collate_with(std::span<const AnnotatedArticle> story,
                       std::span<const SharedPassage> shared, const Weights& weights);

}  // namespace stemma
