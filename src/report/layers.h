#pragma once

#include <vector>

#include "report/graph.h"

namespace stemma {

/// Where every node of a graph is drawn: columns from left to right so that an edge leads to the
/// right wherever there is no circle, and rows so that few edges cross (Sugiyama 1981: longest
/// path, then barycentres). Deterministic; O(rounds * edges).
struct Layout {
  std::vector<std::size_t> column;          ///< of each node
  std::vector<std::vector<Index>> columns;  ///< nodes of each column, from the top
};

Layout layered(const Graph& graph);

}  // namespace stemma
