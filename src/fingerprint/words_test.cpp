#include "fingerprint/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace stemma {
namespace {

using testing::ElementsAre;

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> words;
  for (WordReader reader(text); reader.next();) words.emplace_back(reader.folded());
  return words;
}

TEST(Words, OtherTypographyGivesTheSameWords) {
  EXPECT_EQ(folded("“Don’t go,” the mayor—Ada Lind—said."),
            folded("\"Don't go,\" the mayor - Ada Lind - said."));
}

TEST(Words, ANumberKeepsItsPointAndLosesItsCommas) {
  EXPECT_THAT(folded("1,100 troops, 2.5 million."),
              ElementsAre("1100", "troops", "2.5", "million"));
}

TEST(Words, InvisibleCharactersAreNoPartOfAWord) {
  EXPECT_THAT(folded("mini\u00ADstry\u200B of"), ElementsAre("ministry", "of"));
}

TEST(Words, LettersOfScriptsWithoutBlanksStandAlone) {
  EXPECT_THAT(folded("北京 2024"), ElementsAre("北", "京", "2024"));
}

TEST(Words, MarksStayWithTheirLetters) {
  EXPECT_THAT(folded("हिन्दी Ärzte"), ElementsAre("हिन्दी", "ärzte"));
}

TEST(Words, ACapitalAfterAFullStopBeginsASentence) {
  WordReader reader("The river rose. Nobody at Orsk was hurt");
  std::vector<bool> begins;
  while (reader.next()) begins.push_back(reader.begins_sentence());
  EXPECT_THAT(begins, ElementsAre(true, false, false, true, false, false, false, false));
}

TEST(Words, AnEndlessWordIsReadInPieces) {
  const std::string text(10000, 'a');
  WordReader reader(text);
  std::uint32_t end = 0;
  while (reader.next()) {
    EXPECT_EQ(reader.span().begin, end);
    EXPECT_LE(reader.span().size(), WordReader::kMaxWordBytes + 4);
    end = reader.span().end;
  }
  EXPECT_EQ(end, text.size());
}

TEST(Words, StemsOfPluralAndPossessiveAgree) {
  EXPECT_EQ(stem_of("troops"), "troop");
  EXPECT_EQ(stem_of("minister's"), "minister");
  EXPECT_EQ(stem_of("clashes"), "clash");
  EXPECT_EQ(stem_of("crisis"), "crisis");
}

RC_GTEST_PROP(Words, LieInOrderInsideAnyText, (const std::string& bytes)) {
  const std::string text = repair_utf8(bytes);
  std::uint32_t end = 0;
  for (WordReader reader(text); reader.next();) {
    RC_ASSERT(reader.span().begin >= end);
    RC_ASSERT(reader.span().begin < reader.span().end);
    end = reader.span().end;
    RC_ASSERT(is_valid_utf8(cut(text, reader.span())));
  }
  RC_ASSERT(end <= text.size());
}

}  // namespace
}  // namespace stemma
