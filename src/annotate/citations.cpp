#include "annotate/citations.h"

namespace stemma {

std::vector<Citation> find_citations(const Article&, const SyntaxView&) { return {}; }

}  // namespace stemma
