#pragma once

#include "base/result.h"
#include "extract/repeated_lines.h"
#include "model/document.h"

namespace stemma {

/// The article of a scraped plain text: the report's lines as paragraphs, without the page
/// furniture around them.
Result<Extraction> article_of_text(const Document& document, const RepeatedLines& repeated);

/// An article that came ready: its text stays as it is, its furniture is marked.
Extraction article_as_given(const Document& document, const RepeatedLines& repeated);

/// All lines of a plain text or of an article that came ready.
PageLines lines_of_text(const Document& document);

}  // namespace stemma
