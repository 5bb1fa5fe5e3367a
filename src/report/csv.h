#pragma once

#include <string>

#include "report/report_view.h"

namespace stemma {

/// Tables for a spreadsheet or a data frame (RFC 4180, UTF-8, a header, one line end a row). Rows
/// are whole in themselves and none is left out. `begin` and `end` are code points; `story` is an
/// id made from the ids of the articles, so tables of several stories can be joined.

/// One row a mention of a claim and origin of it, and one a place that disputes it.
std::string csv_mentions(const ReportView& view);

/// One row a mention of a reading of a variant.
std::string csv_variants(const ReportView& view);

}  // namespace stemma
