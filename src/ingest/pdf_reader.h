#pragma once

#include <string_view>

#include "base/result.h"
#include "model/document.h"

namespace stemma {

/// The program that turns a PDF into text; part of poppler.
inline constexpr std::string_view kPdfProgram = "pdftotext";

/// The text of a PDF in reading order, by running `pdftotext` (poppler) with bounds on time, memory
/// and output; its lines are made paragraphs again. Without that program, or when it fails, the
/// document is refused by name. A scan without a text layer has no text.
Result<Document> read_pdf(std::string_view bytes, std::string_view path);

}  // namespace stemma
