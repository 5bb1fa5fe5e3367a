#pragma once

#include "model/annotations.h"

namespace stemma {

/// Corrects the model's entities (borders, types that the rest of the article contradicts, names it
/// missed) and groups the mentions of one entity into chains. Drops those inside furniture.
void link_entities(const Article& article, Annotations& annotations);

}  // namespace stemma
