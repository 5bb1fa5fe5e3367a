#include "collate/collate.h"

#include "collate/claims.h"
#include "collate/clusters.h"
#include "collate/pairing.h"
#include "collate/story_view.h"
#include "collate/units.h"
#include "collate/with_weights.h"

namespace stemma {

Collation collate_with(std::span<const AnnotatedArticle> story, std::span<const SharedPassage>,
                       const Weights& weights) {
  std::vector<const AnnotatedArticle*> articles;
  for (const AnnotatedArticle& each : story) articles.push_back(&each);
  const StoryView view = view_of(articles);
  const std::vector<Unit> units = units_of(view);
  const Pairing pairing = pair_units(view, units, weights);
  Collation collation;
  for (const auto& group :
       average_link(pairing.clauses, pairing.clause_probability, weights.claim_link)) {
    collation.claims.push_back(claim_of(view, units, group));
  }
  return collation;
}

Collation collate(std::span<const AnnotatedArticle> story, std::span<const SharedPassage> shared) {
  return collate_with(story, shared, fitted_weights());
}

}  // namespace stemma
