#pragma once

#include <string>

#include "report/report_view.h"

namespace stemma {

/// The findings as Markdown (CommonMark with tables of GitHub's dialect): a dossier to paste into
/// notes. Every statement with outlet, place and sentence; words of articles are escaped.
std::string markdown_text(const ReportView& view);

}  // namespace stemma
