#pragma once

#include <vector>

#include "model/annotations.h"
#include "model/collation.h"

namespace stemma {

/// One story's reports and what lies between them.
struct CollatedStory {
  std::vector<AnnotatedArticle> articles;
  Collation collation;
};

/// Finds the shared passages of the reports and collates them.
CollatedStory collate_story(std::vector<AnnotatedArticle> articles);

}  // namespace stemma
