#pragma once

#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "model/document.h"

namespace stemma {

/// Reads one object of the Article form, with or without layers, as `annotate` prints it. Of the
/// fields only `text` (or `html`) is required; unknown ones are passed over. `place` starts every
/// message: "articles.jsonl:12". Spans are turned from code points to bytes here; a layer whose
/// spans do not fit the text is refused with the article, since its offsets mean nothing.
/// An `html` field gives Kind::html with the fields given beside it, `text` gives Kind::article.
Result<Document> read_article_json(JsonView object, std::string_view place);

}  // namespace stemma
