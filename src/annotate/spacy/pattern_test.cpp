#include "annotate/spacy/pattern.h"

#include <gtest/gtest.h>

namespace stemma::spacy {
namespace {

Pattern pattern(std::string_view python) {
  auto compiled = Pattern::compile(python);
  EXPECT_TRUE(compiled);
  return std::move(*compiled);
}

std::string found(std::string_view python, std::string_view text, std::size_t from = 0) {
  PatternScratch scratch;
  const auto match = pattern(python).search(text, scratch, from);
  return match ? std::string(text.substr(match->begin, match->end - match->begin)) : "-";
}

TEST(Pattern, PythonsEscapesAreSpelledOut) {
  EXPECT_EQ(translate_pattern("(?u)[\\u00A6\\U0001F300]\\."), "[\\x{00A6}\\x{0001F300}]\\.");
  EXPECT_EQ(translate_pattern("\\d"), "\\p{Nd}");
  EXPECT_EQ(translate_pattern("a\\"), "a\\");
}

TEST(Pattern, DigitsAreThoseOfAllScripts) { EXPECT_EQ(found("\\d+", "x٣٤"), "٣٤"); }

TEST(Pattern, TheFirstAlternativeWins) { EXPECT_EQ(found("…|……", "……"), "…"); }

TEST(Pattern, LookBehindSeesWhatStandsBeforeTheStart) {
  EXPECT_EQ(found("(?<=[0-9])km$", "12km", 2), "km");
  EXPECT_EQ(found("(?<=[0-9])km$", "km", 0), "-");
}

TEST(Pattern, ABrokenExpressionIsAnError) { EXPECT_FALSE(Pattern::compile("(a")); }

TEST(Pattern, AnExpressionThatExplodesCountsAsNoMatch) {
  EXPECT_EQ(found("^(a+)+$", std::string(200, 'a') + "b"), "-");
}

TEST(Pattern, ALongTextWithoutAMatchIsSearchedToItsEnd) {
  EXPECT_EQ(found("[0-9]|(?<=[a-z])\\.(?=[A-Z])", std::string(3'000'000, 'b') + "c.D"), ".");
}

}  // namespace
}  // namespace stemma::spacy
