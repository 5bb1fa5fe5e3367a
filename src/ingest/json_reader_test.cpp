#include "ingest/json_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(JsonReader, EachLineIsAnArticleWithItsPlace) {
  const auto all = everything_in(
      "\xEF\xBB\xBF{\"text\": \"One.\"}\r\n\n{\"text\": \"Two.\", \"path\": \"two.html\"}",
      "a.jsonl");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].kind, Document::Kind::article);
  EXPECT_EQ(all.documents[0].given.text, "One.");
  EXPECT_EQ(all.documents[0].path, "a.jsonl#1");
  EXPECT_EQ(all.documents[1].path, "two.html");
}

TEST(JsonReader, ABrokenLineIsNamedAndTheRestGoesOn) {
  const auto all = everything_in(
      "{\"text\": \"One.\"}\n{\"te!\n{\"id\": 4}\n[]\n{\"text\": \" \"}\n{\"text\": \"Six.\"}\n",
      "a.jsonl");
  EXPECT_EQ(all.documents.size(), 2U);
  ASSERT_EQ(all.refusals.size(), 3U);
  EXPECT_THAT(all.refusals[0], HasSubstr("a.jsonl:2: not JSON: "));
  EXPECT_THAT(all.refusals[0], HasSubstr(" at byte "));
  EXPECT_THAT(all.refusals[1], HasSubstr("a.jsonl:3: neither 'text' nor 'html'"));
  EXPECT_THAT(all.refusals[2], HasSubstr("a.jsonl:5: the article's text is empty"));
}

TEST(JsonReader, ALineOfFiftyMegabytesIsRead) {
  const std::string words(std::size_t{50} << 20, 'x');
  const auto all =
      everything_in("{\"text\": \"" + words + "\"}\n{\"text\": \"Next.\"}\n", "a.jsonl");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].given.text.size(), words.size());
}

TEST(JsonReader, ALineOverTheLimitIsNamedAndTheRestGoesOn) {
  ReadLimits limits;
  limits.line_bytes = 100;
  const auto all = everything_in(
      "{\"text\": \"" + std::string(200, 'x') + "\"}\n{\"text\": \"Next.\"}\n", "a.jsonl", limits);
  EXPECT_EQ(all.documents.size(), 1U);
  EXPECT_THAT(all.refusals, ElementsAre(HasSubstr("a.jsonl:1: a line over the limit")));
}

TEST(JsonReader, NestingWithoutEndIsRefused) {
  const auto all =
      everything_in("{\"text\": \"a\"}\n{\"text\":" + std::string(1000000, '[') + "\n", "a.jsonl");
  EXPECT_EQ(all.documents.size(), 1U);
  EXPECT_THAT(all.refusals, ElementsAre(HasSubstr("a.jsonl:2: ")));
}

TEST(JsonReader, OnePrettyObjectAndAnArrayAreRead) {
  const auto one = everything_in("{\n  \"text\": \"One.\"\n}\n", "one.json");
  ASSERT_EQ(one.documents.size(), 1U);
  EXPECT_EQ(one.documents[0].path, "one.json");
  const auto many =
      everything_in("[{\"text\": \"One.\"},\n {\"id\": 1},\n {\"text\": \"Two.\"}]", "many.json");
  ASSERT_EQ(many.documents.size(), 2U);
  EXPECT_EQ(many.documents[1].path, "many.json#3");
  EXPECT_THAT(many.refusals, ElementsAre(HasSubstr("many.json#2: ")));
}

TEST(JsonReader, LinesInUtf16AreRead) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string_view("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")) {
    wide += c;
    wide += '\0';
  }
  EXPECT_EQ(everything_in(wide, "a.jsonl").documents.size(), 2U);
}

TEST(JsonReader, BytesThatAreNotUtf8AreAWarningWithTheLine) {
  const auto all = everything_in(
      "{\"text\": \"One.\"}\n{\"text\": \"caf\xC3\xA9, caf\xC3\xA9, \xFF\"}\n", "a.jsonl");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[1].given.text, "café, café, \uFFFD");
  EXPECT_THAT(all.documents[1].warnings, ElementsAre(HasSubstr("a.jsonl:2: ")));
}

TEST(JsonReader, AJsonFeedGivesItsItems) {
  const auto all = everything_in(
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Aldane Post\", "
      "\"language\": \"en\","
      " \"authors\": [{\"name\": \"Desk\"}], \"items\": ["
      "{\"id\": \"1\", \"url\": \"https://post.example/1\", \"title\": \"Vote\", \"content_html\": "
      "\"<p>Close.</p>\","
      " \"date_published\": \"2024-05-03T10:08:00Z\"},"
      "{\"id\": \"2\", \"content_text\": \"Plain.\", \"author\": {\"name\": \"Ada Lund\"}}, "
      "{\"id\": \"3\"}]}",
      "feed.json");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].kind, Document::Kind::html);
  EXPECT_EQ(all.documents[0].given.published, "2024-05-03T10:08:00Z");
  EXPECT_THAT(all.documents[0].given.authors, ElementsAre("Desk"));
  EXPECT_EQ(all.documents[1].path, "feed.json#2");
  EXPECT_THAT(all.documents[1].given.authors, ElementsAre("Ada Lund"));
  EXPECT_THAT(all.refusals, ElementsAre("feed.json#3: the item has no text"));
}

TEST(JsonReader, AnArticleWithHtmlIsAPage) {
  const auto all = everything_in(
      "{\"html\": \"<p>Caf\\u00e9\", \"url\": \"https://post.example/1\"}\n", "a.jsonl");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].kind, Document::Kind::html);
  EXPECT_EQ(all.documents[0].bytes, "<p>Café");
  EXPECT_EQ(all.documents[0].given.url, "https://post.example/1");
}

}  // namespace
}  // namespace stemma
