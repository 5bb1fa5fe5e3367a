#include "report/graph_files.h"

#include <fmt/format.h>

#include <iterator>

#include "report/escape.h"
#include "report/graph.h"

namespace stemma {
namespace {

std::string evidence_of(const ReportView& view, const GraphEdge& edge) {
  std::string text;
  for (const Mention& each : edge.evidence) {
    const Span place = view.place(each);
    if (!text.empty()) text += " | ";
    text += fmt::format("{}: {} [{}-{}]", view.outlet(each.article), view.excerpt(each).text(),
                        place.begin, place.end);
  }
  return text;
}

std::string_view shape_of(const GraphNode& node) {
  switch (node.kind) {
    case GraphNode::Kind::origin:
      return node.anonymous ? "shape=ellipse, style=dashed" : "shape=ellipse";
    case GraphNode::Kind::outlet:
      return "shape=box";
    case GraphNode::Kind::article:
      return "shape=box, style=bold";
    case GraphNode::Kind::claim:
      return "shape=note";
  }
  return "";
}

// The name of an attribute of nodes or edges, and its type.
struct Key {
  std::string_view id, target, name, type;
};
constexpr Key kKeys[] = {
    {"n-kind", "node", "kind", "string"},
    {"n-label", "node", "label", "string"},
    {"n-unnamed", "node", "unnamed", "boolean"},
    {"n-article", "node", "article", "string"},
    {"n-published", "node", "published", "string"},
    {"n-claim", "node", "claim", "string"},
    {"n-status", "node", "status", "string"},
    {"n-origins", "node", "independent_origins", "int"},
    {"e-kind", "edge", "kind", "string"},
    {"e-claims", "edge", "claims", "string"},
    {"e-evidence", "edge", "evidence", "string"},
};

class GraphmlFile {
 public:
  explicit GraphmlFile(const ReportView& view) : view_(view), graph_(claim_graph(view)) {}

  std::string write() && {
    out_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (const Key& key : kKeys) {
      add("<key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", key.id, key.target,
          key.name, key.type);
    }
    out_ += "<graph id=\"story\" edgedefault=\"directed\">\n";
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) node(graph_.nodes[i], i);
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) edge(graph_.edges[i], i);
    out_ += "</graph>\n</graphml>\n";
    return std::move(out_);
  }

 private:
  template <class... Parts>
  void add(fmt::format_string<Parts...> markup, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), markup, std::forward<Parts>(parts)...);
  }
  void data(std::string_view key, std::string_view text) {
    if (!text.empty()) add("<data key=\"{}\">{}</data>", key, escape_xml(text));
  }

  void node(const GraphNode& node, std::size_t number) {
    add("<node id=\"n{}\">", number);
    data("n-kind", name_of(node.kind));
    data("n-label", node.name);
    if (node.kind == GraphNode::Kind::origin) data("n-unnamed", node.anonymous ? "true" : "false");
    if (node.article != kNone) {
      data("n-article", view_.article(node.article).id);
      data("n-published", view_.article(node.article).published.value_or(""));
    }
    if (node.claim != kNone) {
      const CollatedClaim& claim = *view_.claims()[node.claim];
      data("n-claim", claim.id);
      data("n-status", name_of(claim.status));
      data("n-origins", std::to_string(claim.independent_origins));
    }
    add("</node>\n");
  }

  void edge(const GraphEdge& edge, std::size_t number) {
    add("<edge id=\"e{}\" source=\"n{}\" target=\"n{}\">", number, edge.from, edge.to);
    data("e-kind", name_of(edge.kind));
    std::vector<std::string_view> ids;
    for (const Index claim : edge.claims) ids.push_back(view_.claims()[claim]->id);
    data("e-claims", fmt::format("{}", fmt::join(ids, " ")));
    data("e-evidence", evidence_of(view_, edge));
    add("</edge>\n");
  }

  const ReportView& view_;
  Graph graph_;
  std::string out_;
};

}  // namespace

std::string dot_graph(const ReportView& view) {
  const Graph graph = claim_graph(view);
  std::string out = "digraph story {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n";
  const auto to = std::back_inserter(out);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const GraphNode& node = graph.nodes[i];
    fmt::format_to(to, "  n{} [label={}, {}, kind={}];\n", i, dot_string(node.name), shape_of(node),
                   dot_string(name_of(node.kind)));
  }
  for (const GraphEdge& edge : graph.edges) {
    fmt::format_to(to, "  n{} -> n{} [label={}, tooltip={}];\n", edge.from, edge.to,
                   dot_string(name_of(edge.kind)), dot_string(evidence_of(view, edge)));
  }
  return out + "}\n";
}

std::string graphml_graph(const ReportView& view) { return GraphmlFile(view).write(); }

}  // namespace stemma
