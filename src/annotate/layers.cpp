#include "annotate/layers.h"

#include "annotate/attributions.h"
#include "annotate/claims.h"
#include "annotate/entities.h"
#include "annotate/quantities.h"
#include "annotate/times.h"

namespace stemma {

void add_layers(AnnotatedArticle& annotated, std::uint32_t wanted) {
  const Article& article = annotated.article;
  Annotations& annotations = annotated.annotations;
  const auto missing = [&](std::uint32_t layer, std::uint32_t needed_by) {
    return (wanted & (layer | needed_by)) != 0 && !annotations.has(layer);
  };
  using A = Annotations;
  if (missing(A::entity_chains,
              A::times_layer | A::quantities_layer | A::attributions_layer | A::claims_layer)) {
    link_entities(article, annotations);
    annotations.layers |= A::entity_chains;
  }
  if (missing(A::times_layer, A::quantities_layer)) {
    annotations.times = find_times(article, annotations);
    annotations.layers |= A::times_layer;
  }
  if (missing(A::quantities_layer, 0)) {
    annotations.quantities = find_quantities(article, annotations);
    annotations.layers |= A::quantities_layer;
  }
  if (missing(A::attributions_layer, A::claims_layer)) {
    find_attributions(article, annotations);
    annotations.layers |= A::attributions_layer;
  }
  if (missing(A::claims_layer, 0)) {
    annotations.claims = find_claims(article, annotations);
    annotations.layers |= A::claims_layer;
  }
}

}  // namespace stemma
