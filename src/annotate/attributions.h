#pragma once

#include "model/annotations.h"

namespace stemma {

/// Finds who says what, and the outlets the article takes it from: fills `attributions` and
/// `citations`. Quotation marks are read first, then the parse.
void find_attributions(const Article& article, Annotations& annotations);

}  // namespace stemma
