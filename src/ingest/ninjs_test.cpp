#include "ingest/ninjs.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using ::testing::ElementsAre;

TEST(Ninjs, GenerationThreeGivesItsHtmlBodyAndMainHeadline) {
  const auto read = everything_in(R"({
    "uri": "https://agency.example/20240503-1", "type": "text", "language": "en",
    "standard": {"name": "ninjs", "version": "3.1"},
    "firstCreated": "2024-05-03T10:08:00Z", "versionCreated": "2024-05-03T12:00:00Z",
    "by": "Ada Lund and Ben Reed", "infoSources": [{"role": "isrol:x", "name": "Harbour Wire"}],
    "headlines": [{"role": "sub", "value": "All safe"}, {"role": "main", "value": "Ship &amp; crew"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": "The ship."},
               {"role": "rich", "contentType": "application/xhtml+xml", "value": "<p>The ship.</p>"}]
  })",
                                  "item.json");
  ASSERT_EQ(read.documents.size(), 1U);
  const Document& item = read.documents[0];
  EXPECT_EQ(item.kind, Document::Kind::html);
  EXPECT_EQ(item.bytes, "<p>The ship.</p>");
  EXPECT_EQ(item.path, "item.json");
  EXPECT_EQ(item.given.title, "Ship & crew");
  EXPECT_THAT(item.given.authors, ElementsAre("Ada Lund", "Ben Reed"));
  EXPECT_EQ(item.given.outlet, "Harbour Wire");
  EXPECT_EQ(item.given.published, "2024-05-03T10:08:00Z");
  EXPECT_EQ(item.given.modified, "2024-05-03T12:00:00Z");
  EXPECT_EQ(item.given.url, "https://agency.example/20240503-1");
}

TEST(Ninjs, GenerationOneHasFlatNames) {
  const auto read = everything_in(
      R"({"uri":"urn:x:1","headline":"Ship aground","byline":"By Ada Lund","body_text":"The ship.",)"
      R"("versioncreated":"2024-05-03T10:08:00Z"})"
      "\n"
      R"({"text":"An article of our own form."})"
      "\n",
      "items.jsonl");
  ASSERT_EQ(read.documents.size(), 2U);
  const Document& item = read.documents[0];
  EXPECT_EQ(item.kind, Document::Kind::text);
  EXPECT_EQ(item.bytes, "The ship.");
  EXPECT_EQ(item.path, "items.jsonl#1");
  EXPECT_THAT(item.given.authors, ElementsAre("Ada Lund"));
  EXPECT_FALSE(item.given.url);
  EXPECT_EQ(item.given.published, "2024-05-03T10:08:00Z");
  EXPECT_EQ(read.documents[1].kind, Document::Kind::article);
}

TEST(Ninjs, AnItemThatIsWithheldIsRefusedByName) {
  for (const char* status : {"canceled", "withheld"}) {
    const auto read = everything_in(
        fmt::format(R"({{"uri":"urn:x:1","pubStatus":"{}","body_text":"The ship."}})", status),
        "a.json");
    EXPECT_TRUE(read.documents.empty());
    EXPECT_THAT(read.refusals,
                ElementsAre(fmt::format("a.json#1: its provider says that it is {}", status)));
  }
}

TEST(Ninjs, AnEmbargoIsAWarningAndWithoutAnEndARefusal) {
  const auto dated = everything_in(
      R"({"uri":"urn:x:1","pubstatus":"usable","embargoed":"2024-05-07T06:00:00Z","body_text":"The ship."})",
      "a.json");
  ASSERT_EQ(dated.documents.size(), 1U);
  EXPECT_THAT(dated.documents[0].warnings,
              ElementsAre("a.json#1: its provider embargoes it until 2024-05-07T06:00:00Z"));
  const auto endless =
      everything_in(R"({"uri":"urn:x:1","embargoed":"","body_text":"The ship."})", "a.json");
  EXPECT_THAT(endless.refusals,
              ElementsAre("a.json#1: its provider says that it is embargoed until further notice"));
}

TEST(Ninjs, APlaceInABylineIsNoPartOfTheName) {
  const auto read = everything_in(
      R"({"uri":"urn:x:1","byline":"By Ada Lund in Oslo","body_text":"The ship."})", "a.json");
  ASSERT_EQ(read.documents.size(), 1U);
  EXPECT_THAT(read.documents[0].given.authors, ElementsAre("Ada Lund"));
}

TEST(Ninjs, APictureIsRefusedByName) {
  const auto read = everything_in(
      R"({"uri":"urn:x:2","type":"picture","standard":{"name":"ninjs"},"headlines":[]})", "a.json");
  ASSERT_EQ(read.refusals.size(), 1U);
  EXPECT_EQ(read.refusals[0], "a.json#1: the item has no text");
}

}  // namespace
}  // namespace stemma
