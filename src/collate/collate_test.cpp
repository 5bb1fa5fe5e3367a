#include "collate/collate.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "base/utf8.h"
#include "collate/quotes.h"
#include "model/tree.h"

namespace stemma {
namespace {

// An article with one sentence a line and words as tokens: what collation needs of the parse when
// only quotations, citations and dates are looked at.
AnnotatedArticle article_of(const std::string& id, const std::string& text) {
  AnnotatedArticle annotated;
  annotated.article.id = id;
  annotated.article.text = text;
  Annotations& notes = annotated.annotations;
  notes.layers = Annotations::all_layers;
  for (const Word& word : words_of(text)) {
    Token token;
    token.span = word.span;
    token.head = static_cast<Index>(notes.tokens.size());
    token.lemma = notes.strings.id(word.folded);
    token.pos = Pos::noun;
    notes.tokens.push_back(token);
  }
  set_edges(notes.tokens);
  notes.sentences = lines_of(text);
  return annotated;
}

std::string shown(const std::vector<QuoteEdit>& edits) {
  std::string out;
  for (const QuoteEdit& edit : edits) {
    const char mark = edit.kind == QuoteEdit::Kind::same      ? '='
                      : edit.kind == QuoteEdit::Kind::omitted ? '-'
                                                              : '+';
    out += std::string(out.empty() ? "" : " ") + mark + edit.text;
  }
  return out;
}

TEST(AlignWords, EqualWordsKeepTheMarksOfTheReading) {
  EXPECT_EQ(shown(align_words("We ran, all of us.", "We ran, all of us.")), "=We ran, all of us.");
}

TEST(AlignWords, DroppedWordsAreOmitted) {
  EXPECT_EQ(
      shown(align_words("There was never, at any point, a danger", "There was never a danger")),
      "=There was never -at any point =a danger");
}

TEST(AlignWords, NewWordsAreAdded) {
  EXPECT_EQ(shown(align_words("It held", "It has held")), "=It +has =held");
}

RC_GTEST_PROP(AlignWords, TheReadingsWordsComeBackInOrder,
              (const std::string& base, const std::string& reading)) {
  const std::string a = repair_utf8(base), b = repair_utf8(reading);
  std::string back;
  for (const QuoteEdit& edit : align_words(a, b)) {
    if (edit.kind == QuoteEdit::Kind::omitted) continue;
    for (const Word& word : words_of(edit.text)) back += word.folded + " ";
  }
  std::string wanted;
  for (const Word& word : words_of(b)) wanted += word.folded + " ";
  RC_ASSERT(back == wanted);
}

TEST(Collate, NoReportsGiveAnEmptyCollation) {
  const Collation collation = collate({}, {});
  EXPECT_TRUE(collation.claims.empty());
  EXPECT_TRUE(collation.provenance.empty());
}

TEST(Collate, OneUtteranceInTwoReportsIsOneQuote) {
  const std::vector<AnnotatedArticle> story = {
      article_of("a", "\u201cThe bridge was closed before the flood came,\u201d Lind said."),
      article_of("b", "Lind was firm: \u201cThe bridge was closed before the flood.\u201d")};
  const Collation collation = collate(story, {});
  ASSERT_EQ(collation.quotes.size(), 1u);
  EXPECT_FALSE(collation.quotes[0].verbatim);
  EXPECT_EQ(collation.quotes[0].readings.size(), 2u);
}

TEST(Collate, TypographyAloneDoesNotAlterAQuote) {
  const std::vector<AnnotatedArticle> story = {
      article_of("a", "\u201cWe don\u2019t know how many cars were there,\u201d she said."),
      article_of("b", "\"We don't know how many cars were there,\" she said.")};
  const Collation collation = collate(story, {});
  ASSERT_EQ(collation.quotes.size(), 1u);
  EXPECT_TRUE(collation.quotes[0].verbatim);
}

TEST(Collate, ACitedOutletIsAnEdgeWithItsWords) {
  std::vector<AnnotatedArticle> story = {article_of("a", "Reuters reported that the dam held.")};
  Citation citation;
  citation.outlet = "Reuters";
  citation.name = {0, 7};
  citation.evidence = {0, 16};
  story[0].annotations.citations.push_back(citation);
  const Collation collation = collate(story, {});
  ASSERT_EQ(collation.provenance.size(), 1u);
  EXPECT_EQ(collation.provenance[0].from, "Reuters");
  EXPECT_EQ(collation.provenance[0].evidence[0].span, (Span{0, 16}));
}

std::vector<SharedPassage> passage_of(Span a, Span b, double similarity, SharedPassage::Kind kind) {
  SharedPassage passage;
  passage.b = 1;
  passage.a_span = a;
  passage.b_span = b;
  passage.similarity = similarity;
  passage.kind = kind;
  return {passage};
}

TEST(Collate, AnUndatedCopyOfAnAgencyIsTheAgencys) {
  const std::string text = "The dam held through the night, engineers at the site said on Monday.";
  std::vector<AnnotatedArticle> story = {article_of("paper", text), article_of("wire", text)};
  story[1].article.outlet = "Norlin Press Agency";
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const Collation collation =
      collate(story, passage_of(all, all, 1, SharedPassage::Kind::near_duplicate));
  ASSERT_EQ(collation.provenance.size(), 1u);
  EXPECT_EQ(collation.provenance[0].from, "wire");
  EXPECT_EQ(collation.provenance[0].kind, ProvenanceEdge::Kind::copies);
}

TEST(Collate, ACopyWhoseOrderIsUnknownSaysSo) {
  const std::string text = "The dam held through the night, engineers at the site said on Monday.";
  const std::vector<AnnotatedArticle> story = {article_of("a", text), article_of("b", text)};
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const Collation collation =
      collate(story, passage_of(all, all, 1, SharedPassage::Kind::duplicate));
  ASSERT_EQ(collation.provenance.size(), 1u);
  EXPECT_FALSE(collation.provenance[0].is_first_known);
  EXPECT_EQ(verb_of(collation.provenance[0]), "shares its text with");
}

TEST(Collate, TwoReportsOfOneOutletAreTied) {
  std::vector<AnnotatedArticle> story = {article_of("a", "The dam held."),
                                         article_of("b", "The water fell.")};
  story[0].article.outlet = story[1].article.outlet = "Norlin Herald";
  const Collation collation = collate(story, {});
  ASSERT_EQ(collation.provenance.size(), 1u);
  EXPECT_EQ(collation.provenance[0].kind, ProvenanceEdge::Kind::same_outlet);
  EXPECT_EQ(collation.provenance[0].from, "a");
  EXPECT_EQ(collation.provenance[0].to, 1u);
}

TEST(Collate, OneQuotationOfTwoPeopleNamesBoth) {
  const std::string words = "\u201cWe have opened the gates of the northern dam,\u201d ";
  std::vector<AnnotatedArticle> story = {article_of("a", words + "Ana Lind said."),
                                         article_of("b", words + "Boris Kamp said.")};
  for (std::size_t i = 0; i < 2; ++i) {
    Attribution attribution;
    attribution.content = {{0, static_cast<std::uint32_t>(words.size() - 1)}};
    attribution.speaker = i == 0 ? "Ana Lind" : "Boris Kamp";
    story[i].annotations.attributions.push_back(attribution);
  }
  const Collation collation = collate(story, {});
  ASSERT_EQ(collation.quotes.size(), 1u);
  EXPECT_EQ(speakers_of(collation.quotes[0]), "Boris Kamp, elsewhere given to Ana Lind");
}

TEST(Collate, ADecimalPointIsNoTypography) {
  const std::vector<AnnotatedArticle> story = {
      article_of("a", "\u201cWe have spent 1.5 million on the northern dam,\u201d she said."),
      article_of("b", "\u201cWe have spent 15 million on the northern dam,\u201d she said.")};
  const Collation collation = collate(story, {});
  ASSERT_EQ(collation.quotes.size(), 1u);
  EXPECT_FALSE(collation.quotes[0].verbatim);
}

TEST(Collate, ALayerItemWithoutTokensIsPassedOver) {
  std::vector<AnnotatedArticle> story = {article_of("a", "The dam held.   "),
                                         article_of("b", "The dam held.   ")};
  Quantity quantity;
  quantity.span = {14, 15};
  quantity.value = 3;
  for (auto& each : story) each.annotations.quantities.push_back(quantity);
  EXPECT_TRUE(collate(story, {}).variants.empty());
}

TEST(Collate, WhatHundredsCopyIsOneClaim) {
  std::vector<AnnotatedArticle> story;
  for (int i = 0; i < 450; ++i) {
    story.push_back(
        article_of("r" + std::to_string(i), "open the northern sluice gates of the dam"));
    for (Token& token : story.back().annotations.tokens) token.head = 0;
    set_edges(story.back().annotations.tokens);
  }
  const Collation collation = collate(story, {});
  ASSERT_FALSE(collation.claims.empty());
  EXPECT_EQ(collation.claims[0].mentions.size(), 450u);
}

TEST(Collate, AFewSharedWordsAreNoCopy) {
  std::vector<AnnotatedArticle> story = {article_of("a", "The dam held through the night."),
                                         article_of("b", "The dam held, and the night was dry.")};
  auto shared = passage_of({0, 12}, {0, 12}, 0.6, SharedPassage::Kind::passage);
  shared[0].earlier = SharedPassage::Earlier::a;
  EXPECT_TRUE(collate(story, shared).provenance.empty());
}

TEST(Collate, ADayFarFromTheOtherReportsIsDoubtful) {
  std::vector<AnnotatedArticle> story = {article_of("a", "The dam held."),
                                         article_of("b", "The dam was safe."),
                                         article_of("c", "The dam did not break.")};
  story[0].article.published = "2024-03-01";
  story[1].article.published = "2024-03-02T08:00:00Z";
  story[2].article.published = "2025-01-15";
  const Collation collation = collate(story, {});
  ASSERT_EQ(collation.doubtful_dates.size(), 1u);
  EXPECT_EQ(collation.doubtful_dates[0].article, 2u);
}

TEST(Collate, FurnitureStatesNothing) {
  std::vector<AnnotatedArticle> story = {
      article_of("a", "Related stories about the old harbour bridge\nThe dam held.")};
  story[0].article.furniture = {{0, 44}};
  for (const CollatedClaim& claim : collate(story, {}).claims) {
    for (const Mention& mention : claim.mentions) EXPECT_GE(mention.span.begin, 44u);
  }
}

}  // namespace
}  // namespace stemma
