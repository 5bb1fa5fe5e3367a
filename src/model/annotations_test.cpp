#include "model/annotations.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

Annotations three_words() {
  Annotations annotations;
  for (const Span span : {Span{0, 3}, Span{4, 9}, Span{10, 14}}) {
    Token token;
    token.span = span;
    annotations.tokens.push_back(token);
  }
  annotations.sentences = {{0, 9}, {10, 14}};
  return annotations;
}

TEST(Strings, EqualTextsHaveOneId) {
  Strings strings;
  EXPECT_EQ(strings.id("say"), strings.id("say"));
  EXPECT_NE(strings.id("say"), strings.id("tell"));
  EXPECT_EQ(strings.id(""), 0u);
  EXPECT_EQ(strings[strings.id("tell")], "tell");
}

TEST(Annotations, ASpanFindsTheTokensItTouches) {
  const Annotations annotations = three_words();
  const Annotations::Range range = annotations.tokens_in({2, 5});
  EXPECT_EQ(range.first, 0u);
  EXPECT_EQ(range.last, 2u);
}

TEST(Annotations, ASpanBetweenTokensFindsNone) {
  EXPECT_TRUE(three_words().tokens_in({3, 4}).empty());
}

TEST(Annotations, AByteFindsItsSentence) {
  const Annotations annotations = three_words();
  EXPECT_EQ(annotations.sentence_at(5), 0u);
  EXPECT_EQ(annotations.sentence_at(10), 1u);
  EXPECT_EQ(annotations.sentence_at(9), kNone);
}

TEST(Annotations, NamesOfGrammarComeBack) {
  for (const Dep dep : {Dep::root, Dep::nsubjpass, Dep::xcomp, Dep::case_}) {
    EXPECT_EQ(dep_named(name_of(dep)), dep);
  }
  EXPECT_EQ(name_of(Dep::root), "ROOT");
  EXPECT_EQ(pos_named("PROPN"), Pos::propn);
  EXPECT_FALSE(pos_named("propn"));
}

}  // namespace
}  // namespace stemma
