#include "base/text.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"

namespace stemma {
namespace {

using testing::ElementsAre;

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for (const Word& word : words_of(text)) words.push_back(word.folded);
  return words;
}

TEST(Text, TrimTakesNoBreakSpacesToo) {
  EXPECT_EQ(trim("\u00a0 Police say\n\u00a0"), "Police say");
}

TEST(Text, TrimOfBlanksIsEmpty) { EXPECT_EQ(trim(" \t\u00a0 "), ""); }

TEST(Text, ATrimmedSpanPointsAtTheSameWords) {
  const std::string_view text = "  two ships  ";
  EXPECT_EQ(cut(text, trim(text, Span{0, 13})), "two ships");
}

TEST(Text, CurlyAndStraightQuotesFoldTogether) {
  EXPECT_EQ(fold_typography("\u201cWe can\u2019t\u201d \u2014 no"), "\"We can't\" - no");
}

TEST(Text, SoftHyphensVanishWhenFolded) {
  EXPECT_EQ(fold_typography("evacu\u00adation"), "evacuation");
}

TEST(Text, WordsKeepNumbersAndApostrophesWhole) {
  EXPECT_THAT(folded_words("Lind\u2019s crew paid $1,250.50 \u2014 didn't they?"),
              ElementsAre("lind's", "crew", "paid", "1,250.50", "didn't", "they"));
}

TEST(Text, APointAtTheEndIsNoPartOfTheNumber) {
  EXPECT_THAT(folded_words("It cost 40."), ElementsAre("it", "cost", "40"));
}

TEST(Text, ParagraphsAreDividedByBlankLines) {
  const std::string_view text = "One.\nStill one.\n\n \nTwo.\n";
  const std::vector<Span> paragraphs = paragraphs_of(text);
  ASSERT_EQ(paragraphs.size(), 2u);
  EXPECT_EQ(cut(text, paragraphs[0]), "One.\nStill one.");
  EXPECT_EQ(cut(text, paragraphs[1]), "Two.");
}

TEST(Text, LinesLeaveBlankOnesOut) { EXPECT_EQ(lines_of("a\n\n  b \r\n").size(), 2u); }

TEST(Text, CollapsedSpaceIsOneBlank) { EXPECT_EQ(collapse_space(" a\u2003\n b "), "a b"); }

RC_GTEST_PROP(Text, FoldingTwiceChangesNothing, (const std::string& bytes)) {
  const std::string once = fold_typography(repair_utf8(bytes));
  RC_ASSERT(fold_typography(once) == once);
}

RC_GTEST_PROP(Text, WordsLieInOrderInsideTheText, (const std::string& bytes)) {
  const std::string text = repair_utf8(bytes);
  std::uint32_t end = 0;
  for (const Word& word : words_of(text)) {
    RC_ASSERT(word.span.begin >= end);
    RC_ASSERT(!word.span.empty());
    end = word.span.end;
  }
  RC_ASSERT(end <= text.size());
}

}  // namespace
}  // namespace stemma
