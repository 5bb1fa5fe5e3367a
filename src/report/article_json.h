#pragma once

#include <string>

#include "base/json.h"
#include "model/annotations.h"

namespace stemma {

/// The Article of CONTRACT form as one line of JSON, without line end. Spans become code points.
std::string article_json(const Article& article);

/// The Article and the layers wanted: a mask of Annotations::Layer. With `model_only` the entities
/// are printed without chains.
std::string annotated_json(const AnnotatedArticle& annotated, std::uint32_t layers);

/// The Article's fields set into an object of a larger text; `text` only when wanted.
void set_article_fields(JsonWriter& writer, JsonWriter::Value object, const Article& article,
                        bool with_text);

}  // namespace stemma
