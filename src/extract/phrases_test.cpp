#include "extract/phrases.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

constexpr PhraseRow kRows[] = {{0, "=ad= =read=more="}, {1, "^by="}, {2, "paper"}};
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

}  // namespace
}  // namespace stemma
