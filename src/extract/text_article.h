#pragma once

#include "base/result.h"
#include "model/document.h"

namespace stemma {

/// The article of a scraped plain text: the report's lines as paragraphs, without the page
/// furniture around them.
Result<Extraction> article_of_text(const Document& document);

/// An article that came ready: its text stays as it is, its furniture is marked.
Extraction article_as_given(const Document& document);

}  // namespace stemma
