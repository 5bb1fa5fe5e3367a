#include <algorithm>

#include "report/escape.h"
#include "report/graph.h"
#include "report/html_page.h"
#include "report/layers.h"
#include "report/terminal_page.h"

namespace stemma {
namespace {

constexpr int kNodeWidth = 178, kNodeHeight = 40, kRowGap = 12, kColumnGap = 84, kMargin = 8;
// More lines than this cross until nothing can be followed: then the list stands alone.
constexpr std::size_t kMostDrawn = 600;
constexpr std::size_t kLabelColumns = 25;  // characters of one line of a node's label

struct Point {
  int x = 0, y = 0;
};

std::vector<Point> places_of(const Layout& layout, const Graph& graph) {
  std::size_t tallest = 1;
  for (const auto& nodes : layout.columns) tallest = std::max(tallest, nodes.size());
  std::vector<Point> places(graph.nodes.size());
  int x = kMargin;
  for (const auto& nodes : layout.columns) {
    if (nodes.empty()) continue;
    const int spare = static_cast<int>(tallest - nodes.size()) * (kNodeHeight + kRowGap);
    int y = kMargin + spare / 2;
    for (const Index node : nodes) {
      places[node] = {x, y};
      y += kNodeHeight + kRowGap;
    }
    x += kNodeWidth + kColumnGap;
  }
  return places;
}

// The name in at most two lines of a node, cut at a blank where there is one.
std::pair<std::string, std::string> two_lines(const std::string& name) {
  const std::string text = printable(name);
  if (columns_of(text) <= kLabelColumns) return {text, ""};
  const std::string first = fit(text, kLabelColumns);  // always cut: the text is wider
  std::size_t cut = first.size() - std::string_view("…").size();
  const std::size_t blank = text.rfind(' ', cut);
  if (blank != std::string::npos && blank > cut / 2) cut = blank;
  const std::size_t rest = cut < text.size() && text[cut] == ' ' ? cut + 1 : cut;
  return {text.substr(0, cut), fit(text.substr(rest), kLabelColumns)};
}

void add_edge(HtmlPage& page, const GraphEdge& edge, Point from, Point to, std::size_t number,
              const std::string& title) {
  const int x1 = from.x + kNodeWidth, y1 = from.y + kNodeHeight / 2;
  const int x2 = to.x - 6, y2 = to.y + kNodeHeight / 2;
  const int bend = std::max(kColumnGap / 2, (x2 - x1) / 2);
  page.add(
      "<a href=\"#edge-{0}\"><path class=\"edge {1}\" marker-end=\"url(#arrow)\" "
      "d=\"M{2} {3} C{4} {3} {5} {6} {7} {6}\"><title>{8}</title></path></a>\n",
      number, name_of(edge.kind), x1, y1, x1 + bend, x2 - bend, y2, x2, escape_xml(title));
}

void add_node(HtmlPage& page, const GraphNode& node, Point at) {
  const auto [first, second] = two_lines(node.name);
  const bool is_link = node.article != kNone;
  if (is_link) page.add("<a href=\"#text-{}\">", node.article);
  page.add("<g class=\"node {}{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" />",
           name_of(node.kind), node.anonymous ? " unnamed" : "", at.x, at.y, kNodeWidth,
           kNodeHeight, node.kind == GraphNode::Kind::origin ? kNodeHeight / 2 : 4);
  page.add("<title>{}</title>", escape_xml(node.name));
  const int middle = at.x + kNodeWidth / 2, base = at.y + kNodeHeight / 2 + 4;
  if (second.empty()) {
    page.add("<text x=\"{}\" y=\"{}\">{}</text>", middle, base, escape_xml(first));
  } else {
    page.add("<text x=\"{0}\" y=\"{1}\">{2}</text><text x=\"{0}\" y=\"{3}\">{4}</text>", middle,
             base - 8, escape_xml(first), base + 8, escape_xml(second));
  }
  page.raw(is_link ? "</g></a>\n" : "</g>\n");
}

std::string_view verb_of(const GraphEdge& edge) {
  switch (edge.kind) {
    case GraphEdge::Kind::says:
      return "speaks to";
    case GraphEdge::Kind::cites:
      return "is cited by";
    case GraphEdge::Kind::copies:
      return edge.is_order_known ? "is copied by" : "shares its text with";
    case GraphEdge::Kind::same_outlet:
      return "has the outlet or owner of";
    case GraphEdge::Kind::states:
      return "states";
  }
  return "";
}

std::string in_words(const Graph& graph, const GraphEdge& edge) {
  return fmt::format("{} {} {}", graph.nodes[edge.from].name, verb_of(edge),
                     graph.nodes[edge.to].name);
}

void add_drawing(HtmlPage& page, const Graph& graph) {
  const Layout layout = layered(graph);
  const std::vector<Point> places = places_of(layout, graph);
  Point corner;
  for (const Point& each : places) {
    corner.x = std::max(corner.x, each.x + kNodeWidth + kMargin);
    corner.y = std::max(corner.y, each.y + kNodeHeight + kMargin);
  }
  page.add(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Drawing\">\n"
      "<svg class=\"graph\" role=\"group\" aria-label=\"Who told whom; the list below says the "
      "same\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
      "xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"4\" refY=\"4\" markerWidth=\"7\" "
      "markerHeight=\"7\" orient=\"auto\"><path class=\"tip\" d=\"M0 0 L8 4 L0 8 z\" />"
      "</marker></defs>\n",
      corner.x, corner.y);
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const GraphEdge& edge = graph.edges[i];
    add_edge(page, edge, places[edge.from], places[edge.to], i + 1, in_words(graph, edge));
  }
  for (Index i = 0; i < graph.nodes.size(); ++i) add_node(page, graph.nodes[i], places[i]);
  page.raw("</svg></div>\n");
}

void add_list(HtmlPage& page, const Graph& graph) {
  page.raw("<ol class=\"edges\">\n");
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const GraphEdge& edge = graph.edges[i];
    page.add("<li id=\"edge-{}\"><p><b>{}</b>{} <span class=\"badge {}\">{}</span> <b>{}</b>",
             i + 1, escape_xml(graph.nodes[edge.from].name),
             graph.nodes[edge.from].anonymous ? " (unnamed)" : "", name_of(edge.kind),
             verb_of(edge), escape_xml(graph.nodes[edge.to].name));
    if (!edge.claims.empty()) page.raw(" · claims");
    for (const Index claim : edge.claims) page.add(" <a href=\"#claim-{0}\">{0}</a>", claim + 1);
    page.raw("</p>");
    if (!edge.evidence.empty()) page.statements(edge.evidence);
    page.raw("</li>\n");
  }
  page.raw("</ol>\n");
}

}  // namespace

void add_provenance(HtmlPage& page) {
  const Graph graph = provenance_graph(page.view());
  page.raw(
      "<h2 id=\"provenance\">Who told whom</h2>\n"
      "<p class=\"legend\">From left to right: people and documents (round), outlets and "
      "reports. Dotted: speaks to. Solid: is cited by. Thick: is copied by. Dashed: same "
      "outlet or owner. An unnamed source has a broken border.</p>\n");
  if (graph.edges.size() > kMostDrawn) {
    page.add(
        "<p class=\"legend left-out\">There are {}, too many to draw; the list has them all, and "
        "so "
        "have <code>--format json</code> and <code>--format graphml</code>.</p>\n",
        counted(graph.edges.size(), "link", "links"));
  } else if (!graph.nodes.empty()) {
    add_drawing(page, graph);
  }
  add_list(page, graph);
}

}  // namespace stemma
