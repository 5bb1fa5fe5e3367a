#pragma once

#include <vector>

#include "annotate/syntax.h"

namespace stemma {

/// The outlets the article takes information from: a name of an outlet (of model/outlets.h, or
/// learned from the text) in a grammar frame that shows it. Needs the attributions. The article's
/// own outlet is no citation. In text order. O(n).
std::vector<Citation> find_citations(const Article& article, const SyntaxView& syntax);

}  // namespace stemma
