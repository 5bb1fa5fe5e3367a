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

/// Puts the reports in order of publication (equal times by id, the undated last), finds the
/// passages they share and collates them. The order in which they are given changes nothing.
CollatedStory collate_story(std::vector<AnnotatedArticle> articles);

}  // namespace stemma
