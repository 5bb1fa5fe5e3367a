#pragma once

#include <vector>

#include "model/annotations.h"

namespace stemma {

/// Cuts the article into statements: one a clause that states something, with its parts.
std::vector<Claim> find_claims(const Article& article, const Annotations& annotations);

}  // namespace stemma
