#include "cluster/clusterer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "fingerprint/fingerprint.h"

namespace stemma {
namespace {

Fingerprint report(std::string title, std::string text, std::string published = "2024-05-03") {
  Article article;
  article.title = std::move(title);
  article.text = std::move(text);
  if (!published.empty()) article.published = std::move(published);
  return fingerprint(article);
}

Fingerprint flood(std::string published = "2024-05-03") {
  return report(
      "River floods market square of Orsk",
      "The river Ural broke its bank before midnight and flooded the market square of Orsk. "
      "Mayor Ada Lind ordered the nursing home emptied; eleven residents left in boats.",
      std::move(published));
}

Fingerprint flood_again(std::string published = "2024-05-03") {
  return report(
      "Orsk flooded after Ural river breaks bank",
      "Eleven residents of a nursing home were carried out in boats after the Ural flooded "
      "Orsk, mayor Ada Lind said. Water stood a metre high in the market square.",
      std::move(published));
}

Fingerprint harvest() {
  return report(
      "Smallest apple harvest on record",
      "Growers in the northern valleys expect the smallest apple harvest since records began "
      "after late frost killed the blossom in April.");
}

TEST(Clusterer, TwoReportsOfOneEventAreOneStory) {
  Clusterer clusterer;
  const std::string story = clusterer.add("a", flood());
  EXPECT_EQ(clusterer.add("b", flood_again()), story);
  EXPECT_NE(clusterer.add("c", harvest()), story);
}

TEST(Clusterer, AStoryIsNamedAfterTheArticleThatFoundedIt) {
  Clusterer clusterer;
  EXPECT_EQ(clusterer.add("a1", harvest()), "s-a1");
}

TEST(Clusterer, ThePlacementNamesTheMostAlikeArticle) {
  Clusterer clusterer;
  clusterer.add("a", flood());
  clusterer.add("c", harvest());
  const Placement placed = clusterer.place("b", flood_again());
  EXPECT_FALSE(placed.founded);
  EXPECT_EQ(placed.nearest, "a");
  EXPECT_GT(placed.score, 0);
}

TEST(Clusterer, ReportsWithoutDatesClusterToo) {
  Clusterer clusterer;
  const std::string story = clusterer.add("a", flood(""));
  EXPECT_EQ(clusterer.add("b", flood_again("")), story);
}

TEST(Clusterer, TheSameWordsMonthsLaterAreAnotherStory) {
  Clusterer clusterer;
  const std::string story = clusterer.add("a", flood("2024-05-03"));
  EXPECT_NE(clusterer.add("b", flood("2024-09-20")), story);
}

TEST(Clusterer, OneArticleFromTheFutureRetiresNothing) {
  Clusterer clusterer;
  std::string story;
  for (int i = 0; i < 5; ++i) story = clusterer.add("a" + std::to_string(i), flood());
  clusterer.add("future", report("Calendar of 2199", "Nothing has happened yet.", "2199-01-01"));
  EXPECT_EQ(clusterer.add("b", flood_again()), story);
}

TEST(Clusterer, WhoeverJoinsHasTheStoryOfTheArticleMostAlike) {
  Clusterer clusterer;
  std::map<std::string, std::string> story_of;
  for (int day = 1; day <= 28; ++day) {
    const std::string date = "2024-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    const std::string id = "d" + std::to_string(day);
    const Placement placed = clusterer.place(id, day % 2 == 0 ? flood(date) : flood_again(date));
    story_of[id] = placed.story;
    EXPECT_EQ(placed.story, placed.founded ? "s-" + id : story_of.at(*placed.nearest));
  }
}

TEST(Clusterer, AnEmptyArticleIsAStoryOfItsOwn) {
  Clusterer clusterer;
  EXPECT_EQ(clusterer.add("a", Fingerprint()), "s-a");
  EXPECT_EQ(clusterer.add("b", Fingerprint()), "s-b");
}

TEST(Clusterer, AReplayGivesTheSameStories) {
  const auto run = [] {
    Clusterer clusterer;
    std::vector<std::string> stories;
    for (const Fingerprint& each : {flood(), harvest(), flood_again(), harvest()}) {
      stories.push_back(clusterer.add("a" + std::to_string(stories.size()), each));
    }
    return stories;
  };
  EXPECT_EQ(run(), run());
}

TEST(ClusterBatch, AgreesWithTheStreamOnPlainCases) {
  const std::vector<std::string> ids = {"a", "b", "c"};
  const std::vector<Fingerprint> reports = {flood(), harvest(), flood_again()};
  EXPECT_THAT(cluster_batch(ids, reports), testing::ElementsAre("s-a", "s-b", "s-a"));
}

}  // namespace
}  // namespace stemma
