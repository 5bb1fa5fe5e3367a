#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "model/annotations.h"

namespace stemma {

/// The Article of CONTRACT form as one line of JSON, without line end. Spans become code points.
std::string article_json(const Article& article);

/// Which layers to print, and which must be computed for that.
struct PrintedLayers {
  bool sentences = false, tokens = false, noun_chunks = false, entities = false, chains = false;
  bool times = false, quantities = false, attributions = false, claims = false;
  std::uint32_t needed = 0;  ///< mask of Annotations::Layer
};

/// The layers of a comma list: sentences, tokens, noun_chunks, entities, times, quantities,
/// attributions, claims, and `model` for what the language model itself says (entities before any
/// correction, without chains). An empty list is all. An unknown name is an error that names it.
Result<PrintedLayers> layers_named(std::string_view list);

/// The Article and the layers wanted, on one line.
std::string annotated_json(const AnnotatedArticle& annotated, const PrintedLayers& layers);

/// The Article's fields set into an object of a larger text; `text` only when wanted.
void set_article_fields(JsonWriter& writer, JsonWriter::Value object, const Article& article,
                        bool with_text);

}  // namespace stemma
