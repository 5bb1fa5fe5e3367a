#pragma once

#include <string>

#include "report/report_view.h"

namespace stemma {

/// The findings for a terminal of so many columns: counts, doubtful dates, claims with their
/// origins, differences, quotations, provenance, timeline. Every statement stands with its outlet,
/// its sentence and its place, "[A 230-367]": report A of the list, code points 230 to 367.
std::string terminal_text(const ReportView& view, std::size_t columns, bool color);

}  // namespace stemma
