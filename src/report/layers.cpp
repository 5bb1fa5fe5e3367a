#include "report/layers.h"

#include <algorithm>

namespace stemma {
namespace {

constexpr std::size_t kMostColumns = 7;  // a circle of reports stops growing here
constexpr int kSweeps = 8;

std::vector<std::size_t> columns_of_nodes(const Graph& graph) {
  std::vector<std::size_t> column(graph.nodes.size());
  for (std::size_t i = 0; i < column.size(); ++i) {
    column[i] = graph.nodes[i].kind == GraphNode::Kind::origin ? 0 : 1;
  }
  for (std::size_t round = 0; round < kMostColumns; ++round) {
    for (const GraphEdge& edge : graph.edges) {
      column[edge.to] = std::min(kMostColumns, std::max(column[edge.to], column[edge.from] + 1));
    }
  }
  return column;
}

// Sorts one column by the mean row of its neighbours; nodes without any keep their row.
void sort_column(std::vector<Index>& nodes, const std::vector<std::vector<Index>>& neighbours,
                 std::vector<double>& row) {
  std::vector<std::pair<double, Index>> keyed;
  for (const Index node : nodes) {
    double sum = 0;
    for (const Index other : neighbours[node]) sum += row[other];
    const auto count = static_cast<double>(neighbours[node].size());
    keyed.emplace_back(neighbours[node].empty() ? row[node] : sum / count, node);
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    nodes[i] = keyed[i].second;
    // Rows as shares of the column, so that long and short columns compare.
    row[nodes[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(nodes.size());
  }
}

}  // namespace

Layout layered(const Graph& graph) {
  Layout layout;
  layout.column = columns_of_nodes(graph);
  std::vector<std::vector<Index>> neighbours(graph.nodes.size());
  for (const GraphEdge& edge : graph.edges) {
    neighbours[edge.from].push_back(edge.to);
    neighbours[edge.to].push_back(edge.from);
  }
  for (Index i = 0; i < graph.nodes.size(); ++i) {
    if (layout.column[i] >= layout.columns.size()) layout.columns.resize(layout.column[i] + 1);
    layout.columns[layout.column[i]].push_back(i);
  }
  std::vector<double> row(graph.nodes.size());
  for (const auto& nodes : layout.columns) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      row[nodes[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(nodes.size());
    }
  }
  for (int sweep = 0; sweep < kSweeps; ++sweep) {
    for (auto& nodes : layout.columns) sort_column(nodes, neighbours, row);
  }
  return layout;
}

}  // namespace stemma
