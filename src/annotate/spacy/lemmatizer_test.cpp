#include "annotate/spacy/lemmatizer.h"

#include <gtest/gtest.h>

namespace stemma::spacy {
namespace {

class Lemmas : public testing::Test {
 protected:
  void SetUp() override {
    ModelFileWriter writer;
    writer.add("lemmas/rules",
               R"({"verb": [["s", ""], ["ed", "e"], ["ed", ""], ["ing", "e"], ["ing", ""]],
                   "adv": [["er", ""]], "punct": [["“", "\""]]})");
    StringTableView::write(writer, "lemmas/verb/words", {"sank", "was"});
    StringTableView::write(writer, "lemmas/verb/lemmas", {"sink", "be\nwas"});
    StringTableView::write(writer, "lemmas/verb/index", {"hop", "hope", "sign", "sink"});
    StringTableView::write(writer, "lemmas/adv/words", {"better"});
    StringTableView::write(writer, "lemmas/adv/lemmas", {"good\nwell"});
    StringTableView::write(writer, "lemmas/adv/index", {"well"});
    bytes = writer.finish();
    file = std::make_unique<ModelFile>(std::move(*ModelFile::from_bytes(bytes)));
    lemmatizer = std::make_unique<Lemmatizer>(std::move(*Lemmatizer::load(*file)));
  }
  std::string of(const std::string& lower, Pos pos) const {
    return lemmatizer->lemma(lower, lower, pos, false);
  }
  std::string bytes;
  std::unique_ptr<ModelFile> file;
  std::unique_ptr<Lemmatizer> lemmatizer;
};

TEST_F(Lemmas, OfTwoIndexedFormsTheLastRuleWins) { EXPECT_EQ(of("hoped", Pos::verb), "hop"); }
TEST_F(Lemmas, AnExceptionComesBeforeTheRules) { EXPECT_EQ(of("sank", Pos::verb), "sink"); }
TEST_F(Lemmas, OfTwoExceptionsTheLastWins) { EXPECT_EQ(of("better", Pos::adv), "well"); }
TEST_F(Lemmas, AFormOutsideTheIndexIsTakenForWantOfAnother) {
  EXPECT_EQ(of("blogging", Pos::verb), "blogge");
}
TEST_F(Lemmas, AWordThatNoRuleFitsStaysAsItIsWritten) {
  EXPECT_EQ(lemmatizer->lemma("Brexit", "brexit", Pos::verb, false), "Brexit");
}
TEST_F(Lemmas, PunctuationIsStraightened) { EXPECT_EQ(of("“", Pos::punct), "\""); }
TEST_F(Lemmas, ANameKeepsItsCapitalsAndAPronounLosesThem) {
  EXPECT_EQ(lemmatizer->lemma("Reuters", "reuters", Pos::propn, false), "Reuters");
  EXPECT_EQ(lemmatizer->lemma("She", "she", Pos::pron, false), "she");
}

TEST(Morphology, SingularNounsAndPlainVerbsAreBaseForms) {
  const auto base = [](Pos pos, std::string_view features) {
    return Lemmatizer::is_base_form(pos, read_morphology(features));
  };
  EXPECT_TRUE(base(Pos::noun, "Number=Sing"));
  EXPECT_FALSE(base(Pos::noun, "Number=Plur"));
  EXPECT_TRUE(base(Pos::verb, "VerbForm=Inf"));
  EXPECT_TRUE(base(Pos::verb, "Tense=Pres|VerbForm=Fin"));
  EXPECT_FALSE(base(Pos::verb, "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"));
  EXPECT_TRUE(base(Pos::adj, "Degree=Pos"));
  EXPECT_FALSE(base(Pos::propn, "Number=Sing"));
}

}  // namespace
}  // namespace stemma::spacy
