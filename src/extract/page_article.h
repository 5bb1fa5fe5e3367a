#pragma once

#include "base/result.h"
#include "extract/repeated_lines.h"
#include "model/document.h"

namespace stemma {

/// The article of an HTML page. Refuses a page without article text.
Result<Extraction> article_of_page(const Document& document, const RepeatedLines& repeated);

/// All lines of an HTML page, furniture included; none of a page that cannot be parsed.
PageLines lines_of_html(const Document& document);

}  // namespace stemma
