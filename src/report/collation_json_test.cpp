#include "report/collation_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/code_points.h"
#include "base/json.h"
#include "report/test_story.h"

namespace stemma {
namespace {

using test::dam_story;
using ::testing::EndsWith;

struct Parsed {
  Json json;
  JsonView root() const { return json.root(); }
};

Parsed parsed(const test::Story& story) {
  auto json = Json::parse(collation_json(story.articles, story.collation));
  EXPECT_TRUE(json.has_value());
  return {std::move(*json)};
}

std::string words_at(const test::Story& story, JsonView mention, std::string_view key = "span") {
  for (const AnnotatedArticle& each : story.articles) {
    if (each.article.id != *mention["article"].text()) continue;
    const auto ends = mention[key].items();
    const CodePointsView points(each.article.text);
    const Span bytes = points.to_bytes({static_cast<std::uint32_t>(*ends[0].integer()),
                                        static_cast<std::uint32_t>(*ends[1].integer())});
    return std::string(cut(each.article.text, bytes));
  }
  return "no such article";
}

TEST(CollationJson, SpansAreCodePointsOfTheArticlesText) {
  const test::Story story = dam_story();
  const Parsed p = parsed(story);
  const JsonView mention = p.root()["claims"].items()[0]["mentions"].items()[0];
  EXPECT_EQ(words_at(story, mention),
            "The dam at Käsemark gave way on Tuesday, a senior official said.");
  EXPECT_EQ(words_at(story, mention, "focus"), "The dam at Käsemark gave way on Tuesday");
}

TEST(CollationJson, AnOriginNamesItsRelaysItsMentionsAndItsEvidence) {
  const test::Story story = dam_story();
  const Parsed p = parsed(story);
  const JsonView origin = p.root()["claims"].items()[0]["origins"].items()[0];
  EXPECT_EQ(*origin["name"].text(), "a senior official");
  EXPECT_EQ(*origin["via"].items()[0].text(), "Ostrava Wire");
  EXPECT_EQ(*origin["mentions"].items()[1].integer(), 1);
  EXPECT_EQ(words_at(story, origin["evidence"].items()[0]), "a senior official said");
}

TEST(CollationJson, TheCountOfUnnamedOriginsIsARange) {
  const Parsed p = parsed(dam_story());
  const JsonView claim = p.root()["claims"].items()[0];
  EXPECT_EQ(*claim["unnamed"].items()[0].integer(), 1);
  EXPECT_EQ(*claim["unnamed"].items()[1].integer(), 2);
  EXPECT_EQ(*claim["status"].text(), "disputed");
}

TEST(CollationJson, AnEdgePointsAtAnArticleById) {
  const test::Story story = dam_story();
  const Parsed p = parsed(story);
  const JsonView edge = p.root()["provenance"].items()[0];
  EXPECT_EQ(*edge["from"].text(), "Ostrava Wire");
  EXPECT_EQ(*edge["to"].text(), "birch");
  EXPECT_EQ(words_at(story, edge["evidence"].items()[0]), "the Ostrava Wire reported");
}

TEST(CollationJson, AQuoteReadingCarriesItsEdits) {
  const Parsed p = parsed(dam_story());
  const JsonView edits = p.root()["quotes"].items()[0]["readings"].items()[1]["edits"];
  EXPECT_EQ(*edits.items()[1]["kind"].text(), "omitted");
  EXPECT_EQ(*edits.items()[1]["text"].text(), "at any point");
}

TEST(CollationJson, ArticlesAreListedWithoutTheirText) {
  const Parsed p = parsed(dam_story());
  EXPECT_EQ(p.root()["articles"].items().size(), 3u);
  EXPECT_FALSE(p.root()["articles"].items()[0]["text"]);
}

TEST(CollationJson, AnEmptyStoryIsAnObjectWithEmptyLists) {
  const std::string json = collation_json({}, {});
  EXPECT_THAT(json, EndsWith("}\n"));
  EXPECT_EQ(json,
            "{\"articles\":[],\"claims\":[],\"variants\":[],\"quotes\":[],\"timeline\":[],"
            "\"provenance\":[],\"doubtful_dates\":[]}\n");
}

TEST(CollationJson, TheSameCollationGivesTheSameBytes) {
  const test::Story story = dam_story();
  EXPECT_EQ(collation_json(story.articles, story.collation),
            collation_json(story.articles, story.collation));
}

}  // namespace
}  // namespace stemma
