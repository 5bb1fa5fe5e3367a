#pragma once

#include <vector>

#include "model/annotations.h"

namespace stemma {

/// Finds quantities, with the interval that their hedge allows and what they count. Needs the
/// times, since a stretch is a time or a quantity, never both.
std::vector<Quantity> find_quantities(const Article& article, const Annotations& annotations);

}  // namespace stemma
