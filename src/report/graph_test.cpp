#include "report/graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "report/hostile_text.h"
#include "report/layers.h"

namespace stemma {
namespace {

using test::dam_story;

const GraphEdge* edge_of(const Graph& graph, std::string_view from, std::string_view to,
                         GraphEdge::Kind kind) {
  for (const GraphEdge& each : graph.edges) {
    if (graph.nodes[each.from].name == from && graph.nodes[each.to].name == to &&
        each.kind == kind) {
      return &each;
    }
  }
  return nullptr;
}

TEST(Graph, AnOutletWithOneReportInTheStoryIsThatReport) {
  const test::Story story = dam_story();
  const Graph graph = provenance_graph(ReportView(story.articles, story.collation));
  const GraphEdge* cites = edge_of(graph, "Ostrava Wire", "Valley Post", GraphEdge::Kind::cites);
  ASSERT_NE(cites, nullptr);
  EXPECT_EQ(graph.nodes[cites->from].kind, GraphNode::Kind::article);
}

TEST(Graph, AnOriginSpeaksToTheOutletThatRelaysIt) {
  const test::Story story = dam_story();
  const Graph graph = provenance_graph(ReportView(story.articles, story.collation));
  const GraphEdge* says =
      edge_of(graph, "a senior official", "Ostrava Wire", GraphEdge::Kind::says);
  ASSERT_NE(says, nullptr);
  // What the Valley Post writes shows nothing of the Wire's own words.
  EXPECT_THAT(says->evidence,
              testing::ElementsAre(story.collation.claims[0].origins[0].evidence[0]));
  EXPECT_EQ(edge_of(graph, "a senior official", "Valley Post", GraphEdge::Kind::says), nullptr);
}

TEST(Graph, AnOutletWithoutAReportIsShownByThoseWhoCiteIt) {
  test::Story story = dam_story();
  story.collation.claims[0].origins[0].via = {"Elbe News"};
  Citation citation;
  citation.outlet = "Elbe News";
  story.articles[1].annotations.citations = {citation};
  const Graph graph = provenance_graph(ReportView(story.articles, story.collation));
  const GraphEdge* says = edge_of(graph, "a senior official", "Elbe News", GraphEdge::Kind::says);
  ASSERT_NE(says, nullptr);
  EXPECT_THAT(says->evidence,
              testing::ElementsAre(story.collation.claims[0].origins[0].evidence[1]));
}

TEST(Graph, UnnamedOriginsOfDifferentRelaysStayApart) {
  test::Story story = dam_story();
  CollatedClaim& claim = story.collation.claims[0];
  claim.origins.push_back(claim.origins[0]);
  claim.origins[1].via = {"Radio Merin"};
  const Graph graph = provenance_graph(ReportView(story.articles, story.collation));
  std::size_t officials = 0;
  for (const GraphNode& each : graph.nodes) officials += each.name == "a senior official";
  EXPECT_EQ(officials, 2u);
}

TEST(Graph, EveryClaimIsANodeOfTheClaimGraph) {
  const test::Story story = dam_story();
  const Graph graph = claim_graph(ReportView(story.articles, story.collation));
  EXPECT_NE(edge_of(graph, "Radio Merin", story.collation.claims[1].text, GraphEdge::Kind::states),
            nullptr);
}

TEST(Layers, InformationFlowsToTheRight) {
  const test::Story story = dam_story();
  const Graph graph = provenance_graph(ReportView(story.articles, story.collation));
  const Layout layout = layered(graph);
  for (const GraphEdge& each : graph.edges) {
    EXPECT_LT(layout.column[each.from], layout.column[each.to]);
  }
}

TEST(Layers, ACircleOfReportsIsDrawnAllTheSame) {
  Graph circle;
  circle.nodes.resize(2);
  circle.edges = {{0, 1, GraphEdge::Kind::cites, {}, {}, true},
                  {1, 0, GraphEdge::Kind::cites, {}, {}, true}};
  EXPECT_EQ(layered(circle).column.size(), 2u);
}

RC_GTEST_PROP(Layers, EveryNodeHasOnePlace, ()) {
  const test::Story story = test::hostile_story();
  const Graph graph = claim_graph(ReportView(story.articles, story.collation));
  std::vector<int> seen(graph.nodes.size());
  for (const auto& nodes : layered(graph).columns) {
    for (const Index node : nodes) ++seen[node];
  }
  RC_ASSERT(seen == std::vector<int>(graph.nodes.size(), 1));
}

}  // namespace
}  // namespace stemma
