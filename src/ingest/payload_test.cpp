#include "ingest/payload.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace stemma {
namespace {

constexpr const char* kNinjs =
    R"({"uri": "urn:x:1", "headline": "Ship aground", "body_text": "The ship ran aground."})";
constexpr const char* kJsonFeed =
    R"({"version":"https:\/\/jsonfeed.org\/version\/1.1","items":[{"id":"1","content_text":"The ship."}]})";

Payload payload(std::string bytes, std::string type, bool is_asked_for) {
  Payload made;
  made.path = "a#1";
  made.url = "https://herald.example/1";
  made.bytes = std::move(bytes);
  made.media.type = std::move(type);
  made.is_asked_for = is_asked_for;
  return made;
}

// What comes of it: the texts, or the refusals.
std::vector<std::string> read(std::string bytes, std::string type, bool is_asked_for) {
  std::vector<std::string> read;
  for (const auto& document :
       documents_of(payload(std::move(bytes), std::move(type), is_asked_for), {})) {
    read.push_back(!document                                   ? document.error().message
                   : document->kind == Document::Kind::article ? document->given.text
                                                               : document->bytes);
  }
  return read;
}

std::vector<std::string> in_passing(std::string bytes, std::string type) {
  return read(std::move(bytes), std::move(type), false);
}
std::vector<std::string> asked_for(std::string bytes, std::string type) {
  return read(std::move(bytes), std::move(type), true);
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Payload, NewsItemsAndFeedsInJsonAreReadInAnArchiveToo) {
  EXPECT_THAT(in_passing(kNinjs, "application/json"), ElementsAre("The ship ran aground."));
  EXPECT_THAT(in_passing(std::string("[") + kNinjs + "]", "application/json"),
              ElementsAre("The ship ran aground."));
  EXPECT_THAT(in_passing(kJsonFeed, "application/feed+json"), ElementsAre("The ship."));
}

TEST(Payload, JsonThatPagesLoadIsPassedOver) {
  for (const char* json : {R"({"html": "<div>More</div>"})", R"({"text": "Follow us"})",
                           R"({"a": 1})", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n"}) {
    EXPECT_THAT(in_passing(json, "application/json"), IsEmpty()) << json;
  }
}

TEST(Payload, APageThatItsServerDoesNotKnowIsRead) {
  const std::string page = "<html><body><p>The ship ran aground.</p></body></html>";
  EXPECT_THAT(in_passing(page, "application/octet-stream"), ElementsAre(page));
  EXPECT_THAT(in_passing("The ship ran aground.", "text/markdown"),
              ElementsAre("The ship ran aground."));
  EXPECT_THAT(in_passing("#EXTM3U\na.ts\n", "application/octet-stream"), IsEmpty());
}

TEST(Payload, WhatWasAskedForIsReadOrRefusedByName) {
  EXPECT_THAT(asked_for(R"({"text": "The ship ran aground."})", "application/json"),
              ElementsAre("The ship ran aground."));
  EXPECT_THAT(asked_for(R"({"a": 1})", "application/json"),
              ElementsAre("a#1: neither 'text' nor 'html'"));
  EXPECT_THAT(asked_for("\x89PNG\r\n\x1A\n", "image/png"),
              ElementsAre("a#1: a PNG image, which is not read"));
  EXPECT_THAT(asked_for("body { color: red }", "text/css"),
              ElementsAre("a#1: text/css, which is not read"));
  EXPECT_THAT(asked_for("", "text/html"), ElementsAre("a#1: empty"));
  EXPECT_THAT(asked_for("https://h.example/1\n", "text/plain"),
              ElementsAre("a#1: a list of 1 addresses without text; `stemma fetch` gets what they "
                          "name"));
  EXPECT_THAT(asked_for("\x1F\x8B\x08", "application/gzip"),
              ElementsAre("a#1: gzip data, which is not read"));
}

TEST(Payload, LinesOfJsonAreReadWhereTheirTypeSaysSo) {
  const std::string lines = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
  EXPECT_THAT(in_passing(lines, "application/x-ndjson"), ElementsAre("One.", "Two."));
  EXPECT_THAT(asked_for(lines, "text/plain"), ElementsAre("One.", "Two."));
}

TEST(Payload, APageIsAtItsAddressAndAFeedsItemsAreNot) {
  const auto page = documents_of(payload("<p>The ship.</p>", "text/html", false), {});
  ASSERT_EQ(page.size(), 1U);
  EXPECT_EQ(page[0]->given.url, "https://herald.example/1");
  const auto items = documents_of(payload(kJsonFeed, "application/json", false), {});
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]->given.url, std::nullopt);
}

}  // namespace
}  // namespace stemma
