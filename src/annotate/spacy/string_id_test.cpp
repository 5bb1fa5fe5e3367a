#include "annotate/spacy/string_id.h"

#include <gmock/gmock.h>

namespace stemma::spacy {
namespace {

using testing::ElementsAre;

TEST(StringId, OfAWordIsItsMurmurHash) {
  EXPECT_EQ(string_id("coffee"), 3197928453018144401U);
  EXPECT_EQ(string_id("noun"), 16833663260455505849U);
  EXPECT_EQ(string_id("ROOT"), 8206900633647566924U);
}

TEST(StringId, OfASymbolIsTheSymbolsNumber) {
  EXPECT_EQ(string_id("punct"), 445U);
  EXPECT_EQ(string_id("X"), 101U);
  EXPECT_EQ(string_id("det"), 415U);
  EXPECT_EQ(string_id("_"), 456U);
  EXPECT_EQ(string_id("dep"), 414U);
  EXPECT_EQ(string_id("FLAG63"), 63U);
  EXPECT_EQ(string_id("DEPRECATED276"), 379U);
  EXPECT_EQ(string_id("SPACE"), 103U);
  EXPECT_EQ(string_id("nn"), 427U);
}

TEST(StringId, OfTheEmptyTextIsZero) { EXPECT_EQ(string_id(""), 0U); }

TEST(HashRows, GiveTheFourWordsOfTheHash) {
  EXPECT_THAT(hash_rows(string_id("coffee"), 8),
              ElementsAre(2399055680U, 1118310852U, 3598583520U, 1677466278U));
  EXPECT_THAT(hash_rows(0, 12), ElementsAre(3628889788U, 3483432925U, 485828337U, 1486234390U));
  EXPECT_THAT(hash_rows(1, 12), ElementsAre(2938686206U, 2291508213U, 2246688320U, 3554967022U));
}

}  // namespace
}  // namespace stemma::spacy
