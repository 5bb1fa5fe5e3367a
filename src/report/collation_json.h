#pragma once

#include <span>
#include <string>

#include "model/annotations.h"
#include "model/collation.h"

namespace stemma {

/// The collation as one JSON object, as docs/schema/collation.json describes it, with a line end.
std::string collation_json(std::span<const AnnotatedArticle> story, const Collation& collation);

}  // namespace stemma
