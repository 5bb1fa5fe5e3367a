#include "annotate/spacy/tokenizer.h"

#include <gmock/gmock.h>

#include "annotate/spacy/string_id.h"
#include "annotate/spacy/tables_for_tests.h"

namespace stemma::spacy {
namespace {

using testing::ElementsAre;

constexpr std::uint64_t kOrth = 65, kNorm = 67;

MsgpackView piece(std::string_view orth, std::string_view norm = "") {
  auto value = map_value({{number_value(kOrth), text_value(orth)}});
  if (!norm.empty()) value.members.emplace_back(number_value(kNorm), text_value(norm));
  return value;
}

MsgpackView small_tables() {
  return map_value(
      {{text_value("prefix_search"), text_value("^\\(|^\"|^'|^\\$|^\\.\\.+")},
       {text_value("suffix_search"),
        text_value("\\)$|\"$|'$|,$|!$|\\.\\.+$|'s$|(?<=[0-9])(?:km|m)$|(?<=[a-z])\\.$")},
       {text_value("infix_finditer"), text_value("\\.\\.+|(?<=[a-z])-(?=[a-z])")},
       {text_value("url_match"), text_value("(?u)^[\\w/:.]+\\.[a-z]{2,3}(?:/\\S*)?$")},
       {text_value("token_match"), MsgpackView()},
       {text_value("exceptions"),
        map_value({{text_value("don't"), list_value({piece("do"), piece("n't", "not")})},
                   {text_value("U.S."), list_value({piece("U.S.")})},
                   {text_value("gonna"), list_value({piece("gon"), piece("na", "to")})},
                   {text_value("'s"), list_value({piece("'s", "is")})},
                   {text_value("$("), list_value({piece("$(")})}})}});
}

class Tokens : public testing::Test {
 protected:
  void SetUp() override {
    auto loaded = Tokenizer::load(small_tables());
    ASSERT_TRUE(loaded);
    tokenizer = std::move(*loaded);
  }

  std::vector<std::string> split(std::string_view text) {
    tokenizer.split(text, scratch, slices);
    std::vector<std::string> words;
    for (const TokenSlice& slice : slices) {
      words.push_back(std::string(cut(text, slice.span)) + (slice.space ? "_" : ""));
    }
    return words;
  }
  Tokenizer tokenizer;
  Tokenizer::Scratch scratch;
  std::vector<TokenSlice> slices;
};

TEST_F(Tokens, OneBlankMakesNoTokenAndFurtherWhiteSpaceDoes) {
  EXPECT_THAT(split("a  b\n\nc "), ElementsAre("a_", " ", "b", "\n\n", "c_"));
}

TEST_F(Tokens, LeadingAndOnlyWhiteSpaceIsAToken) {
  EXPECT_THAT(split("  a"), ElementsAre("  ", "a"));
  EXPECT_THAT(split(" a"), ElementsAre(" ", "a"));
  EXPECT_THAT(split("\t"), ElementsAre("\t"));
  EXPECT_THAT(split(""), ElementsAre());
}

TEST_F(Tokens, AffixesAreCutFromBothEnds) {
  EXPECT_THAT(split("(\"stop\")!"), ElementsAre("(", "\"", "stop", "\"", ")", "!"));
}

TEST_F(Tokens, ASuffixDoesNotLookBehindIntoThePrefix) {
  EXPECT_THAT(split("12km"), ElementsAre("12", "km"));
  EXPECT_THAT(split("$km"), ElementsAre("$", "km"));
}

TEST_F(Tokens, AnExceptionIsFoundOnceItsAffixesAreOff) {
  EXPECT_THAT(split("(don't)"), ElementsAre("(", "do", "n't", ")"));
  EXPECT_EQ(slices[2].norm, string_id("not"));
  EXPECT_THAT(split("(U.S.,"), ElementsAre("(", "U.S.", ","));
}

TEST_F(Tokens, InfixesCutTheMiddle) {
  EXPECT_THAT(split("ice-cold...beer"), ElementsAre("ice", "-", "cold", "...", "beer"));
}

TEST_F(Tokens, AnAddressStaysWhole) {
  EXPECT_THAT(split("(http://news.org/a-b)"), ElementsAre("(", "http://news.org/a-b", ")"));
  EXPECT_THAT(split("a-b"), ElementsAre("a", "-", "b"));
}

TEST_F(Tokens, AnExceptionThatTheAffixesBrokeIsPutTogetherAgain) {
  EXPECT_THAT(split("$(yes) $ ("), ElementsAre("$(", "yes", ")_", "$_", "("));
}

TEST_F(Tokens, ASuffixThatIsAnExceptionKeepsItsOwnNorm) {
  EXPECT_THAT(split("he's"), ElementsAre("he", "'s"));
  EXPECT_EQ(slices[1].norm, 0U);
  EXPECT_THAT(split("'s"), ElementsAre("'s"));
  EXPECT_EQ(slices[0].norm, string_id("is"));
}

TEST_F(Tokens, ALongRunOfFullStopsIsOneSuffix) {
  const std::string dots(1000, '.');
  EXPECT_THAT(split("so" + dots), ElementsAre("so", dots));
}

TEST_F(Tokens, AHundredThousandQuotationMarksAreCutInLinearTime) {
  EXPECT_EQ(split(std::string(100'000, '"')).size(), 100'000U);
}

TEST(Tokenizer, TablesWithoutAPatternAreRefusedByItsName) {
  MsgpackView tables = small_tables();
  std::erase_if(tables.members,
                [](const auto& member) { return member.first.bytes == "url_match"; });
  const auto tokenizer = Tokenizer::load(tables);
  ASSERT_FALSE(tokenizer);
  EXPECT_NE(tokenizer.error().message.find("url_match"), std::string::npos);
}

TEST(Tokenizer, AnExceptionThatIsNotTheSumOfItsPiecesIsRefused) {
  MsgpackView tables = small_tables();
  tables.members.back().second.members.emplace_back(text_value("can't"),
                                                    list_value({piece("can")}));
  EXPECT_FALSE(Tokenizer::load(tables));
}

}  // namespace
}  // namespace stemma::spacy
