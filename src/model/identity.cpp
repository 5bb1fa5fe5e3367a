#include "model/identity.h"

#include "base/files.h"

namespace stemma {

std::string content_id(const Article& article) {
  // A field's length before the field: no two different articles give the same bytes.
  std::string bytes;
  for (const std::string& field : {article.url.value_or(""), article.outlet.value_or(""),
                                   article.title.value_or(""), article.text}) {
    bytes += std::to_string(field.size()) + ':' + field;
  }
  return sha256(bytes).substr(0, 16);
}

}  // namespace stemma
