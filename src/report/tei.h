#pragma once

#include <string>

#include "report/report_view.h"

namespace stemma {

/// The quotations and differences as a critical apparatus in TEI P5 (chapter 12, parallel
/// segmentation): every report is a witness, every reading a <rdg> with the witnesses that have it,
/// equal readings once. The fullest form of a quotation is its <lem>.
std::string tei_apparatus(const ReportView& view);

}  // namespace stemma
