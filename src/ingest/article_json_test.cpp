#include "ingest/article_json.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Result<Document> article(std::string_view json) {
  const auto parsed = Json::parse(json);
  EXPECT_TRUE(parsed) << json;
  return read_article_json(parsed->root(), "a.jsonl:1");
}

// An article of two sentences, "Ada left. Bo stayed.", with one more layer or another one instead.
Result<Document> with(
    std::string_view layer,
    std::string_view tokens = R"([{"span": [0, 3], "head": 1}, {"span": [4, 8], "head": 1}])",
    std::string_view sentences = "[[0, 9], [10, 20]]") {
  std::string json = fmt::format(
      R"({{"text": "Ada left. Bo stayed.", "tokens": {}, "sentences": {})", tokens, sentences);
  for (const char* name : {"\"noun_chunks\"", "\"entities\""}) {
    if (layer.find(name) == std::string_view::npos) json += fmt::format(", {}: []", name);
  }
  if (!layer.empty()) json += fmt::format(", {}", layer);
  return article(json + "}");
}

std::string complaint(const Result<Document>& document) {
  return document ? "accepted" : document.error().message;
}

TEST(ArticleJson, SpansCountCodePointsOutsideAndBytesInside) {
  const auto read = article(
      R"({"text": "é Ada", "sentences": [[0, 5]], "tokens": [{"span": [0, 1], "head": 1}, {"span": [2, 5], "head": 1}],
          "noun_chunks": [], "entities": []})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->annotations.tokens[1].span, (Span{3, 6}));
}

TEST(ArticleJson, ATextIsKeptToTheByte) {
  const auto read = article(R"({"text": " A\r\n\u00a0text. \u0000 "})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->given.text, std::string(" A\r\n\u00a0text. \0 ", 14));
}

TEST(ArticleJson, AnIdGivenAsANumberIsKeptAsText) {
  EXPECT_EQ(article(R"({"id": 12, "text": "A."})")->given.id, "12");
}

TEST(ArticleJson, WhatGaveAFieldIsKeptAndElseItIsGiven) {
  const auto read = article(
      R"({"text": "A.", "title": "T", "url": "https://a.example/", "sources": {"title": "heading", "section": "json-ld"}})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->given.sources.title, "heading");
  EXPECT_EQ(read->given.sources.url, "given");
  EXPECT_EQ(read->given.sources.section, "");
}

TEST(ArticleJson, FieldsOfAnotherTypeAreAbsent) {
  const auto read =
      article(R"({"text": "A.", "title": 5, "authors": 7, "published": [], "url": {}})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->given.title, std::nullopt);
  EXPECT_TRUE(read->given.authors.empty());
}

TEST(ArticleJson, AuthorsAreTakenFromALineAndFromObjects) {
  EXPECT_THAT(article(R"({"text": "A.", "authors": "Ada Lund and Ben Reed"})")->given.authors,
              ElementsAre("Ada Lund", "Ben Reed"));
  EXPECT_THAT(article(R"({"text": "A.", "authors": [{"name": "Ada Lund"}, "AFP"]})")->given.authors,
              ElementsAre("Ada Lund", "AFP"));
}

TEST(ArticleJson, ADateInAnyWritingBecomesIso) {
  const auto read = article(
      R"({"text": "A.", "published": "May 3, 2024", "modified": "Sat, 04 May 2024 10:08:00 GMT"})");
  EXPECT_EQ(read->given.published, "2024-05-03");
  EXPECT_EQ(read->given.modified, "2024-05-04T10:08:00Z");
  EXPECT_THAT(read->warnings, IsEmpty());
}

TEST(ArticleJson, AnIsoDateStaysAsItIs) {
  for (const char* date :
       {"2024-05-03", "2024-05-03T10:08:00.123+02:00", "2024-05-03 10:08", "2024-05", "2024"}) {
    const auto read = article(fmt::format(R"({{"text": "A.", "published": "{}"}})", date));
    EXPECT_EQ(read->given.published, date);
    EXPECT_THAT(read->warnings, IsEmpty());
  }
}

TEST(ArticleJson, ADateThatCannotBeReadIsAbsentAndDoubtful) {
  const auto read = article(R"({"text": "A.", "published": "yesterday"})");
  EXPECT_EQ(read->given.published, std::nullopt);
  EXPECT_THAT(read->warnings,
              ElementsAre("a.jsonl:1: its 'published', 'yesterday', is no date that can be read"));
  ASSERT_EQ(read->given.date_evidence.size(), 1U);
  EXPECT_TRUE(read->given.date_evidence[0].doubtful);
  EXPECT_EQ(read->given.date_evidence[0].value, "yesterday");
  EXPECT_EQ(read->given.sources.published, "");
}

TEST(ArticleJson, ASpanOutsideTheTextIsRefused) {
  for (const char* span : {"[0, 21]", "[5, 4]", "[-1, 2]", "[0]", "[0, 1, 2]", "\"0\"", "[0.5, 2]",
                           "[0, 18446744073709551615]", "[4294967296, 4294967297]"}) {
    EXPECT_THAT(complaint(with(fmt::format("\"noun_chunks\": [{}]", span))),
                HasSubstr("a.jsonl:1: a span in 'noun_chunks'"))
        << span;
  }
}

TEST(ArticleJson, TokensOutOfOrderAreRefused) {
  EXPECT_THAT(complaint(with("", R"([{"span": [4, 8], "head": 0}, {"span": [0, 3], "head": 0}])")),
              HasSubstr("'tokens' are not in text order"));
  EXPECT_THAT(complaint(with("", R"([{"span": [4, 4], "head": 0}])")), HasSubstr("one is empty"));
}

TEST(ArticleJson, AHeadThatPointsAtNothingIsRefused) {
  EXPECT_THAT(complaint(with("", R"([{"span": [0, 3], "head": 7}])")),
              HasSubstr("points at nothing"));
}

TEST(ArticleJson, HeadsThatGoInACircleAreMended) {
  EXPECT_TRUE(with("", R"([{"span": [0, 3], "head": 1}, {"span": [4, 8], "head": 0}])"));
}

TEST(ArticleJson, SentencesThatOverlapAreRefused) {
  EXPECT_THAT(complaint(with("", "[]", "[[0, 9], [5, 20]]")), HasSubstr("'sentences' overlap"));
}

TEST(ArticleJson, LayersAreBroughtIntoTextOrder) {
  const auto read = with(
      R"("entities": [{"span": [10, 12], "type": "PERSON"}, {"span": [0, 3], "type": "PERSON"}])");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->annotations.entities[0].span, (Span{0, 3}));
}

TEST(ArticleJson, AnAttributionInsideItselfIsRefused) {
  EXPECT_THAT(
      complaint(with(
          R"("attributions": [{"content": [[0, 3]], "kind": "direct", "parent": 1}, {"content": [[4, 8]], "kind": "direct", "parent": 0}])")),
      HasSubstr("its own parent"));
}

TEST(ArticleJson, AKindThatIsNoneIsRefused) {
  EXPECT_THAT(complaint(with(R"("attributions": [{"content": [[0, 3]], "kind": "shouted"}])")),
              HasSubstr("'shouted' is no kind of attribution"));
}

TEST(ArticleJson, AChainIsAnyIndex) {
  const char* entity = R"("entities": [{{"span": [0, 3], "type": "PERSON", "chain": {}}}])";
  const auto read = with(fmt::format(fmt::runtime(entity), 4294967294));
  ASSERT_TRUE(read) << complaint(read);
  EXPECT_EQ(read->annotations.entities[0].chain, 4294967294);
  for (const char* none : {"-1", "4294967295", "\"a\"", "1.5"}) {
    EXPECT_THAT(complaint(with(fmt::format(fmt::runtime(entity), none))),
                HasSubstr("a.jsonl:1: an index in 'entities'"));
  }
}

TEST(ArticleJson, LayersWithoutAllOfTheModelsAreNotUsed) {
  const auto read = article(
      R"({"text": "Ada left.", "sentences": [[0, 9]], "tokens": [{"span": [0, 3], "head": 0}],
          "noun_chunks": [], "times": [{"span": [0, 3]}]})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->annotations.layers, 0u);
  EXPECT_TRUE(read->annotations.tokens.empty() && read->annotations.times.empty());
  EXPECT_THAT(read->warnings,
              ElementsAre("a.jsonl:1: its layers are not used, for they lack 'entities'"));
}

TEST(ArticleJson, ClaimsWithoutAttributionsAreMadeAnew) {
  const auto read =
      with(R"("claims": [{"sentence": 0, "attribution": 3, "modality": "asserted"}])");
  ASSERT_TRUE(read) << complaint(read);
  EXPECT_FALSE(read->annotations.has(Annotations::claims_layer));
}

TEST(ArticleJson, AClaimWithoutASentenceIsRefused) {
  EXPECT_THAT(
      complaint(
          with(R"("attributions": [], "claims": [{"subject": [0, 3], "modality": "asserted"}])")),
      HasSubstr("a claim has no sentence"));
}

TEST(ArticleJson, AClaimWithoutASpanCoversItsParts) {
  const auto read = with(
      R"("attributions": [], "claims": [{"sentence": 0, "subject": [0, 3], "predicate": [4, 8], "modality": "asserted"}])");
  ASSERT_TRUE(read) << complaint(read);
  EXPECT_EQ(read->annotations.claims[0].span, (Span{0, 8}));
}

TEST(ArticleJson, AHundredThousandSpansAreLinear) {
  std::string chunks = "[0, 1]";
  for (int i = 0; i < 100000; ++i) chunks += ",[0, 1]";
  EXPECT_TRUE(with("\"noun_chunks\": [" + chunks + "]"));
}

TEST(ArticleJson, WhatIsNoArticleIsRefused) {
  EXPECT_THAT(complaint(article("[]")), "a.jsonl:1: not a JSON object");
  EXPECT_THAT(complaint(article("{\"id\": 3}")), "a.jsonl:1: neither 'text' nor 'html'");
  EXPECT_THAT(complaint(article("{\"text\": \"\\n\"}")), "a.jsonl:1: the article's text is empty");
}

}  // namespace
}  // namespace stemma
