#pragma once

#include "base/result.h"
#include "model/document.h"

namespace stemma {

/// The article of one HTML page. What the container already knew (`document.given`) is believed.
Result<Extraction> article_of_page(const Document& document);

}  // namespace stemma
