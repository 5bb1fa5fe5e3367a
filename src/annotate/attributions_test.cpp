#include "annotate/attributions.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "annotate/test_parses.h"

namespace stemma {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// One attribution as words: "source | cue | content … content".
struct Words {
  std::string source, cue, content;
};

AnnotatedArticle attributed(const std::string& name) {
  AnnotatedArticle each = parsed(name);
  find_attributions(each.article, each.annotations);
  return each;
}

Words words_of(const AnnotatedArticle& each, const Attribution& a) {
  const auto text = [&](Span span) { return std::string(cut(each.article.text, span)); };
  Words words{a.source ? text(*a.source) : "", a.cue ? text(*a.cue) : "", ""};
  for (const Span& piece : a.content) {
    words.content += (words.content.empty() ? "" : " … ") + text(piece);
  }
  return words;
}

// The attribution with the cue; fails the test when there is none.
Attribution with_cue(const AnnotatedArticle& each, const std::string& cue) {
  for (const Attribution& a : each.annotations.attributions) {
    if (words_of(each, a).cue == cue) return a;
  }
  ADD_FAILURE() << "no attribution with the cue " << cue << " in: " << each.article.text;
  return {};
}

void expect(const std::string& name, const Words& wanted) {
  const AnnotatedArticle each = attributed(name);
  const Words found = words_of(each, with_cue(each, wanted.cue));
  EXPECT_EQ(found.source, wanted.source);
  EXPECT_EQ(found.content, wanted.content);
}

TEST(Attributions, AThatClauseIsWhatIsSaid) {
  expect("that_clause", {"The ministry", "said", "that two bridges had fallen"});
}
TEST(Attributions, AClauseWithoutThatIsWhatIsSaid) {
  expect("bare_clause", {"Rescuers", "said", "the count had reached 41"});
}
TEST(Attributions, TheContentMayComeFirst) {
  expect("content_first", {"the governor", "said", "The dam is holding"});
}
TEST(Attributions, ASourceMayFollowItsCue) {
  expect("inverted", {"Ada Lind, who runs the port", "said", "\"No,\""});
}
TEST(Attributions, ACueMayInterruptWhatIsSaid) {
  expect("interrupted", {"its owners", "said", "The ferry … had lost power"});
}
TEST(Attributions, AQuotationGoesOnAfterItsCue) {
  expect("continued", {"Osei", "said", "\"We waited all night,\" … \"No one came.\""});
}
TEST(Attributions, ACueBetweenTwoQuotationsServesBoth) {
  expect("continued_inside", {"Osei", "said", "\"We waited,\" … \"and nobody came for us.\""});
}
TEST(Attributions, AccordingToNamesASource) {
  expect("according", {"the harbour master", "According to", "the crane fell at noon"});
  expect("according_end", {"the harbour master", "according to", "The crane fell at noon"});
}
TEST(Attributions, AnAsClauseNamesASource) {
  expect("as_clause", {"Reuters", "first reported", "the talks failed"});
}
TEST(Attributions, ACoordinatedVerbSharesTheSubject) {
  expect("shared_subject", {"The mayor", "said", "she would stay"});
}
TEST(Attributions, AParticipleSharesTheSubject) {
  expect("participle", {"Norlin", "adding", "that it would appeal"});
}
TEST(Attributions, AnInfinitiveIsAPlan) {
  const AnnotatedArticle each = attributed("plans");
  EXPECT_TRUE(with_cue(each, "plans").attitude);
  EXPECT_EQ(words_of(each, with_cue(each, "plans")).content, "to close the mine");
}
TEST(Attributions, MarksDecideTheKind) {
  EXPECT_EQ(with_cue(attributed("inverted"), "said").kind, Attribution::Kind::direct);
  EXPECT_EQ(with_cue(attributed("bare_clause"), "said").kind, Attribution::Kind::indirect);
}
TEST(Attributions, AWordInMarksIsNoUtterance) {
  EXPECT_THAT(attributed("scare").annotations.attributions, IsEmpty());
}
TEST(Attributions, WhatIsSaidInsideWhatIsSaidHasAParent) {
  const AnnotatedArticle each = attributed("nested");
  const Attribution told = with_cue(each, "had told");
  ASSERT_NE(told.parent, kNone);
  EXPECT_EQ(words_of(each, each.annotations.attributions[told.parent]).cue, "said");
}
TEST(Attributions, ADenialDenies) {
  EXPECT_TRUE(with_cue(attributed("denied_claim"), "denied").denies);
  EXPECT_FALSE(with_cue(attributed("that_clause"), "said").denies);
}
TEST(Attributions, ThePronounIsThePersonBefore) {
  EXPECT_EQ(with_cue(attributed("pronoun"), "said").speaker, "Ada Lind");
}
TEST(Attributions, TheOfficialIsTheOfficialBefore) {
  const AnnotatedArticle each = attributed("the_official");
  ASSERT_THAT(each.annotations.attributions, SizeIs(2));
  EXPECT_EQ(each.annotations.attributions[1].speaker, "A senior defense official");
  EXPECT_TRUE(each.annotations.attributions[1].anonymous);
}
TEST(Attributions, ADescriptionIsAnonymousAndANameIsNot) {
  EXPECT_TRUE(with_cue(attributed("anonymous"), "said").anonymous);
  EXPECT_FALSE(with_cue(attributed("inverted"), "said").anonymous);
}
TEST(Attributions, ARelativePronounStandsForItsAntecedent) {
  const AnnotatedArticle each = attributed("relative");
  EXPECT_EQ(words_of(each, with_cue(each, "said")).source, "which");
  EXPECT_EQ(with_cue(each, "said").speaker, "Norlin AG");
}
TEST(Attributions, FurnitureSaysNothing) {
  AnnotatedArticle each = parsed("that_clause");
  each.article.furniture = {{0, static_cast<std::uint32_t>(each.article.text.size())}};
  find_attributions(each.article, each.annotations);
  EXPECT_THAT(each.annotations.attributions, IsEmpty());
}
TEST(Attributions, AnArticleWithoutTokensSaysNothing) {
  AnnotatedArticle each;
  each.article.text = "\"We waited,\" Osei said.";
  find_attributions(each.article, each.annotations);
  EXPECT_THAT(each.annotations.citations, IsEmpty());
}

// Any heads and labels over real words: an answer whose spans lie in the text.
RC_GTEST_PROP(Attributions, AnyParseGivesSpansInsideTheText, ()) {
  AnnotatedArticle each = parsed("continued");
  Annotations& a = each.annotations;
  const auto size = static_cast<int>(a.tokens.size());
  for (Token& token : a.tokens) {
    token.head = static_cast<Index>(*rc::gen::inRange(0, size));
    token.dep = static_cast<Dep>(*rc::gen::inRange(0, static_cast<int>(Dep::other)));
    token.pos = static_cast<Pos>(*rc::gen::inRange(0, static_cast<int>(Pos::x)));
  }
  set_edges(a.tokens);
  find_attributions(each.article, a);
  for (const Attribution& attribution : a.attributions) {
    RC_ASSERT(!attribution.content.empty());
    for (const Span& piece : attribution.content) {
      RC_ASSERT(!piece.empty() && piece.end <= each.article.text.size());
    }
  }
}

}  // namespace
}  // namespace stemma
