#pragma once

#include <string>

#include "report/report_view.h"

namespace stemma {

/// Reports, outlets, people and documents, and claims as a graph for other programs: the nodes and
/// edges of claim_graph, each edge with its kind and the words that show it, `outlet: sentence
/// [begin-end]` in code points.

/// The DOT language of Graphviz, drawn from left to right.
std::string dot_graph(const ReportView& view);

/// GraphML 1.0 with typed attributes.
std::string graphml_graph(const ReportView& view);

}  // namespace stemma
