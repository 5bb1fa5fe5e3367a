#include "extract/extract.h"

#include "model/identity.h"

namespace stemma {

Result<Extraction> extract(const Document& document) {
  Extraction extraction{document.given, document.annotations, document.warnings};
  extraction.article.path = document.path;
  if (extraction.article.id.empty()) extraction.article.id = content_id(extraction.article);
  return extraction;
}

}  // namespace stemma
