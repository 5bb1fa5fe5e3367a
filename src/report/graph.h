#pragma once

#include <string>
#include <vector>

#include "report/report_view.h"

namespace stemma {

struct GraphNode {
  enum class Kind : std::uint8_t { origin, outlet, article, claim };
  Kind kind = Kind::outlet;
  std::string name;
  bool anonymous = false;  ///< an origin without a name
  Index article = kNone;   ///< of an article
  Index claim = kNone;     ///< of a claim: position in ReportView::claims()
};

struct GraphEdge {
  enum class Kind : std::uint8_t { says, cites, copies, same_outlet, states };
  Index from = 0, to = 0;  ///< nodes
  Kind kind = Kind::cites;
  std::vector<Mention> evidence;
  std::vector<Index> claims;   ///< what is said: positions in ReportView::claims(), ascending
  bool is_order_known = true;  ///< of copies: whether the texts tell which end had it first
};

/// Who told whom. Origins say, to the outlet that relays them or to the report that names them;
/// outlets are cited and copied. An outlet with exactly one report in the story is that report. Two
/// unnamed origins of the same wording are one node only where the same outlets relay them.
struct Graph {
  std::vector<GraphNode> nodes;  ///< the reports first, by time
  std::vector<GraphEdge> edges;  ///< no two of one kind between the same nodes, none to itself
};

Graph provenance_graph(const ReportView& view);

/// The same with every claim as a node that reports state and origins say.
Graph claim_graph(const ReportView& view);

std::string_view name_of(GraphNode::Kind kind);  ///< "origin"
std::string_view name_of(GraphEdge::Kind kind);  ///< "same-outlet"

}  // namespace stemma
