#include "collate/collate.h"

namespace stemma {

Collation collate(std::span<const AnnotatedArticle>, std::span<const SharedPassage>) { return {}; }

}  // namespace stemma
