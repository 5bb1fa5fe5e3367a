#include "extract/phrases.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

constexpr PhraseRow kRows[] = {
    {0, "=ad= =read=more="}, {1, "^by="}, {2, "paper"}, {3, "^à=lire= =également= ^реклама=$"}};
const PhraseSet kPhrases(kRows);

TEST(Phrases, BoundariesKeepShortWordsApart) {
  EXPECT_EQ(kPhrases.kinds_in("An ad."), 1u);
  EXPECT_EQ(kPhrases.kinds_in("A shadow"), 0u);
  EXPECT_EQ(kPhrases.kinds_in("READ -- MORE:"), 1u);
}

TEST(Phrases, AnAnchorMatchesOnlyAtTheStart) {
  EXPECT_EQ(kPhrases.kinds_in("By Ann Lee"), 2u);
  EXPECT_EQ(kPhrases.kinds_in("\"By Ann Lee"), 2u);
  EXPECT_EQ(kPhrases.kinds_in("Seen by Ann"), 0u);
}

TEST(Phrases, WithoutABoundaryAPhraseIsFoundInsideWords) {
  EXPECT_EQ(kPhrases.kinds_in("newspapers"), 4u);
}

TEST(Phrases, CapitalsSplitWordsWhenAsked) {
  EXPECT_EQ(kPhrases.kinds_in("pageAd", true), 1u);
  EXPECT_EQ(kPhrases.kinds_in("pageAd"), 0u);
}

TEST(Phrases, LettersOfAnyScriptAreComparedWithoutCase) {
  EXPECT_EQ(kPhrases.kinds_in("À lire : le port"), 8u);
  EXPECT_EQ(kPhrases.kinds_in("On a vu ÉGALEMENT le port"), 8u);
  EXPECT_EQ(kPhrases.kinds_in("illégalement"), 0u);
}

TEST(Phrases, AnAnchorAtTheEndMatchesOnlyThere) {
  EXPECT_EQ(kPhrases.kinds_in("Реклама:"), 8u);
  EXPECT_EQ(kPhrases.kinds_in("Реклама в порту"), 0u);
}

TEST(Phrases, MarksBeyondAsciiAreBoundaries) {
  EXPECT_EQ(kPhrases.kinds_in("an “ad”"), 1u);
  EXPECT_EQ(kPhrases.kinds_in("read — more"), 1u);
}

}  // namespace
}  // namespace stemma
