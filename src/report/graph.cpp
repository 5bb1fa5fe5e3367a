#include "report/graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/outlets.h"

namespace stemma {
namespace {

class GraphBuilder {
 public:
  explicit GraphBuilder(const ReportView& view) : view_(view), article_nodes_(view.size()) {
    for (const Index at : view.by_time()) {
      article_nodes_[at] = add({GraphNode::Kind::article, view.outlet(at), false, at, kNone});
    }
  }

  void add_provenance();
  void add_origins();
  void add_claims();
  Graph take() && { return std::move(graph_); }

 private:
  Index add(GraphNode node) {
    graph_.nodes.push_back(std::move(node));
    return static_cast<Index>(graph_.nodes.size() - 1);
  }
  Index holder(const std::string& outlet_or_id);
  Index origin_node(const CollatedClaim& claim, const Origin& origin);
  GraphEdge* edge(Index from, Index to, GraphEdge::Kind kind);
  void say(Index from, Index to, Index claim, const Origin& origin);
  void add_evidence(GraphEdge& edge, const std::vector<Mention>& more);
  std::vector<Mention> evidence_for(const GraphNode& node, const Origin& origin) const;

  const ReportView& view_;
  Graph graph_;
  std::vector<Index> article_nodes_;
  std::map<std::string, Index> outlets_;                              // name → node
  std::map<std::string, Index> origins_;                              // key → node
  std::map<std::tuple<Index, Index, GraphEdge::Kind>, Index> edges_;  // → position
  std::set<std::pair<Index, Mention>> shown_;                         // edge and its evidence
};

// The node of an outlet or of a report's id.
Index GraphBuilder::holder(const std::string& outlet_or_id) {
  if (const Index article = view_.report_by(outlet_or_id); article != kNone) {
    return article_nodes_[article];
  }
  const auto [place, is_new] = outlets_.emplace(outlet_or_id, 0);
  if (is_new) place->second = add({GraphNode::Kind::outlet, outlet_or_id, false, kNone, kNone});
  return place->second;
}

Index GraphBuilder::origin_node(const CollatedClaim& claim, const Origin& origin) {
  std::string key = origin.name;
  if (origin.anonymous) {
    for (const std::string& relay : origin.via) key += '\n' + relay;
    if (origin.via.empty()) {
      for (const Index at : origin.mentions) {
        if (at < claim.mentions.size()) key += '\t' + view_.key(claim.mentions[at].article);
      }
    }
  } else if (known_outlet(origin.name) != nullptr || outlets_.contains(origin.name) ||
             view_.report_by(origin.name) != kNone) {
    return holder(origin.name);
  }
  const auto [place, is_new] = origins_.emplace(key, 0);
  if (is_new) {
    place->second = add({GraphNode::Kind::origin, origin.name, origin.anonymous, kNone, kNone});
  }
  return place->second;
}

// Null where a node would tell itself.
GraphEdge* GraphBuilder::edge(Index from, Index to, GraphEdge::Kind kind) {
  if (from == to) return nullptr;
  const auto [place, is_new] = edges_.emplace(std::tuple{from, to, kind}, 0);
  if (is_new) {
    place->second = static_cast<Index>(graph_.edges.size());
    graph_.edges.push_back({from, to, kind, {}, {}, true});
  }
  return &graph_.edges[place->second];
}

void GraphBuilder::add_evidence(GraphEdge& edge, const std::vector<Mention>& more) {
  const auto number = static_cast<Index>(&edge - graph_.edges.data());
  for (const Mention& each : more) {
    if (shown_.emplace(number, each).second) edge.evidence.push_back(each);
  }
}

// Of what shows an origin, the words that show that it speaks to this node: a report's own, and for
// an outlet without a report in the story those of the reports that cite it.
std::vector<Mention> GraphBuilder::evidence_for(const GraphNode& node, const Origin& origin) const {
  std::vector<Mention> kept;
  for (const Mention& each : origin.evidence) {
    const auto& citations = view_.annotations(each.article).citations;
    const bool cites =
        std::any_of(citations.begin(), citations.end(),
                    [&](const Citation& citation) { return citation.outlet == node.name; });
    const bool is_own = node.kind == GraphNode::Kind::article
                            ? each.article == node.article
                            : cites || view_.outlet(each.article) == node.name;
    if (is_own) kept.push_back(each);
  }
  return kept;
}

void GraphBuilder::add_provenance() {
  for (const ProvenanceEdge& each : view_.collation().provenance) {
    const auto kind = each.kind == ProvenanceEdge::Kind::cites    ? GraphEdge::Kind::cites
                      : each.kind == ProvenanceEdge::Kind::copies ? GraphEdge::Kind::copies
                                                                  : GraphEdge::Kind::same_outlet;
    GraphEdge* made = edge(holder(each.from), article_nodes_[each.to], kind);
    if (made == nullptr) continue;
    add_evidence(*made, each.evidence);
    made->is_order_known = made->is_order_known && each.is_first_known;
  }
}

void GraphBuilder::say(Index from, Index to, Index claim, const Origin& origin) {
  GraphEdge* made = edge(from, to, GraphEdge::Kind::says);
  if (made == nullptr) return;
  add_evidence(*made, evidence_for(graph_.nodes[to], origin));
  if (made->claims.empty() || made->claims.back() != claim) made->claims.push_back(claim);
}

void GraphBuilder::add_origins() {
  for (Index number = 0; number < view_.claims().size(); ++number) {
    const CollatedClaim& claim = *view_.claims()[number];
    for (const Origin& origin : claim.origins) {
      if (!origin.attributed) continue;
      const Index from = origin_node(claim, origin);
      for (const std::string& relay : origin.via) say(from, holder(relay), number, origin);
      if (!origin.via.empty()) continue;
      for (const Index at : origin.mentions) {
        if (at >= claim.mentions.size()) continue;
        say(from, article_nodes_[claim.mentions[at].article], number, origin);
      }
    }
  }
}

void GraphBuilder::add_claims() {
  for (Index number = 0; number < view_.claims().size(); ++number) {
    const CollatedClaim& claim = *view_.claims()[number];
    const Index node = add({GraphNode::Kind::claim, claim.text, false, kNone, number});
    for (const Mention& mention : claim.mentions) {
      GraphEdge* made = edge(article_nodes_[mention.article], node, GraphEdge::Kind::states);
      if (made != nullptr) add_evidence(*made, {mention});
    }
    for (const Origin& origin : claim.origins) {
      if (!origin.attributed) continue;
      GraphEdge* made = edge(origin_node(claim, origin), node, GraphEdge::Kind::says);
      if (made != nullptr) add_evidence(*made, origin.evidence);
    }
  }
}

}  // namespace

Graph provenance_graph(const ReportView& view) {
  GraphBuilder builder(view);
  builder.add_provenance();
  builder.add_origins();
  return std::move(builder).take();
}

Graph claim_graph(const ReportView& view) {
  GraphBuilder builder(view);
  builder.add_provenance();
  builder.add_origins();
  builder.add_claims();
  return std::move(builder).take();
}

std::string_view name_of(GraphNode::Kind kind) {
  switch (kind) {
    case GraphNode::Kind::origin:
      return "origin";
    case GraphNode::Kind::outlet:
      return "outlet";
    case GraphNode::Kind::article:
      return "article";
    case GraphNode::Kind::claim:
      return "claim";
  }
  return "";
}

std::string_view name_of(GraphEdge::Kind kind) {
  switch (kind) {
    case GraphEdge::Kind::says:
      return "says";
    case GraphEdge::Kind::cites:
      return "cites";
    case GraphEdge::Kind::copies:
      return "copies";
    case GraphEdge::Kind::same_outlet:
      return "same-outlet";
    case GraphEdge::Kind::states:
      return "states";
  }
  return "";
}

}  // namespace stemma
