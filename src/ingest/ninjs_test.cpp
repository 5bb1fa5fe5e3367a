#include "ingest/ninjs.h"

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
    "by": "Ada Writer and Ben Reed", "infoSources": [{"role": "isrol:x", "name": "Harbour Wire"}],
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
  EXPECT_THAT(item.given.authors, ElementsAre("Ada Writer", "Ben Reed"));
  EXPECT_EQ(item.given.outlet, "Harbour Wire");
  EXPECT_EQ(item.given.published, "2024-05-03T10:08:00Z");
  EXPECT_EQ(item.given.modified, "2024-05-03T12:00:00Z");
  EXPECT_EQ(item.given.url, "https://agency.example/20240503-1");
}

TEST(Ninjs, GenerationOneHasFlatNames) {
  const auto read = everything_in(
      R"({"uri":"urn:x:1","headline":"Ship aground","byline":"By Ada Writer","body_text":"The ship.",)"
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
  EXPECT_THAT(item.given.authors, ElementsAre("Ada Writer"));
  EXPECT_FALSE(item.given.url);
  EXPECT_EQ(item.given.published, "2024-05-03T10:08:00Z");
  EXPECT_EQ(read.documents[1].kind, Document::Kind::article);
}

TEST(Ninjs, APictureIsRefusedByName) {
  const auto read = everything_in(
      R"({"uri":"urn:x:2","type":"picture","standard":{"name":"ninjs"},"headlines":[]})", "a.json");
  ASSERT_EQ(read.refusals.size(), 1U);
  EXPECT_EQ(read.refusals[0], "a.json#1: the item has no text");
}

}  // namespace
}  // namespace stemma
