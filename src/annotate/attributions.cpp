#include "annotate/attributions.h"

namespace stemma {

void find_attributions(const Article&, Annotations&) {}

}  // namespace stemma
