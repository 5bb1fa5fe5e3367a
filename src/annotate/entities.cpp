#include "annotate/entities.h"

#include "annotate/entity_chains.h"
#include "annotate/entity_fixes.h"

namespace stemma {

void link_entities(const Article& article, Annotations& annotations) {
  std::erase_if(annotations.entities,
                [&](const Entity& entity) { return article.in_furniture(entity.span); });
  mend_borders(article, annotations);
  mend_types(article, annotations);
  add_missed(article, annotations);
  std::erase_if(annotations.entities,
                [&](const Entity& entity) { return article.in_furniture(entity.span); });
  chain_names(article, annotations);
}

}  // namespace stemma
