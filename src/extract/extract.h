#pragma once

#include "base/result.h"
#include "extract/repeated_lines.h"
#include "model/document.h"

namespace stemma {

/// Makes an article of a document: body, title, authors, dates, outlet and language of an HTML page
/// or a scraped plain text. An article that came ready keeps its text; its furniture is marked in
/// `Article::furniture`, its language told and its date checked. Refuses a document that is empty
/// or holds no article text. What `repeated` says that the outlet's other pages have too is
/// furniture. The id is given by the caller when the document has none. Linear in the document's
/// size; never throws but for memory.
Result<Extraction> extract(const Document& document, const RepeatedLines& repeated = {});

}  // namespace stemma
