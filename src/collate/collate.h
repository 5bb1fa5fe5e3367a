#pragma once

#include <span>

#include "model/annotations.h"
#include "model/collation.h"
#include "model/reuse.h"

namespace stemma {

/// Lays the reports of one story side by side: what is claimed, on whose word, where they differ.
/// Every article must have all layers. `shared` are the passages that they share. Total: any story
/// gets an answer.
Collation collate(std::span<const AnnotatedArticle> story, std::span<const SharedPassage> shared);

}  // namespace stemma
