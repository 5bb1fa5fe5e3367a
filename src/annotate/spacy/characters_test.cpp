#include "annotate/spacy/characters.h"

#include <gtest/gtest.h>

namespace stemma::spacy {
namespace {

TEST(Shape, KeepsCaseDigitsAndMarksAndCutsRunsAtFour) {
  EXPECT_EQ(shape_of("Niamey"), "Xxxxx");
  EXPECT_EQ(shape_of("1,000"), "d,ddd");
  EXPECT_EQ(shape_of("U.S."), "X.X.");
  EXPECT_EQ(shape_of("......"), "....");
  EXPECT_EQ(shape_of("éÉ"), "xX");
}

TEST(Shape, CountsSuperscriptsAsDigitsAndRomanNumeralsAsThemselves) {
  EXPECT_EQ(shape_of("m²"), "xd");
  EXPECT_EQ(shape_of("Ⅳ"), "Ⅳ");
}

TEST(Shape, OfAHundredCharactersIsLong) {
  EXPECT_EQ(shape_of(std::string(100, 'a')), "LONG");
  EXPECT_EQ(shape_of(std::string(99, 'a')), "xxxx");
}

TEST(Shape, ADigitNewerThanUnicode14IsNoDigit) { EXPECT_EQ(shape_of("\U0001E4F1"), "\U0001E4F1"); }

TEST(Lower, KnowsTheFinalSigmaAndTheDottedCapitalI) {
  EXPECT_EQ(lower("ΟΔΟΣ"), "οδος");
  EXPECT_EQ(lower("İ"), "i\xCC\x87");
  EXPECT_EQ(lower("BBC"), "bbc");
}

TEST(Blank, IsWhatPythonSays) {
  EXPECT_TRUE(is_blank(" \t\n\x1C"));
  EXPECT_TRUE(is_blank("\xC2\xA0\xE3\x80\x80"));
  EXPECT_FALSE(is_blank("\xE2\x80\x8B"));  // zero-width space
  EXPECT_FALSE(is_blank(""));
}

TEST(Characters, AreCutFromBothEnds) {
  EXPECT_EQ(first_character("état"), "é");
  EXPECT_EQ(last_characters("café", 3), "afé");
  EXPECT_EQ(last_characters("é", 3), "é");
}

}  // namespace
}  // namespace stemma::spacy
