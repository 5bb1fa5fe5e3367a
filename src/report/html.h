#pragma once

#include <string>

#include "report/report_view.h"

namespace stemma {

/// The whole collation as one HTML file that needs nothing else: no script, no font, no picture
/// from elsewhere, and a Content-Security-Policy that allows none (its only style is named by its
/// SHA-256). Findings on the left, the full reports on the right; every finding is a link to its
/// sentence. Well-formed as XML too. Files: html_texts.cpp, html_claims.cpp, html_findings.cpp,
/// html_provenance.cpp; html_style.h.
std::string html_page(const ReportView& view);

}  // namespace stemma
