#include "annotate/spacy/attribute_ruler.h"

#include <gtest/gtest.h>

#include "annotate/spacy/tables_for_tests.h"

namespace stemma::spacy {
namespace {

using Spec = std::vector<MsgpackView::Member>;

MsgpackView rule(std::vector<MsgpackView> tokens, Spec attributes, std::uint64_t index = 0) {
  return map_value({{text_value("patterns"), list_value({list_value(std::move(tokens))})},
                    {text_value("attrs"), map_value(std::move(attributes))},
                    {text_value("index"), number_value(index)}});
}

MsgpackView one_of(std::string_view op, std::vector<MsgpackView> names) {
  return map_value({{text_value(op), list_value(std::move(names))}});
}

MsgpackView small_rules() {
  const auto text = text_value;
  return list_value({
      rule({map_value({{text("TAG"), text("VBZ")}})},
           {{text("POS"), text("VERB")}, {text("MORPH"), text("Number=Sing")}}),
      rule({map_value({{text("TAG"), text("VBZ")}, {text("DEP"), one_of("IN", {text("aux")})}})},
           {{text("POS"), text("AUX")}}),
      rule({map_value({{text("LOWER"), text("gon")}}), map_value({{text("LOWER"), text("na")}})},
           {{text("LEMMA"), text("to")}}, 1),
      rule({map_value({{text("LOWER"), map_value({{text("REGEX"), text("^n'?t$")}})}})},
           {{text("LEMMA"), text("not")}}),
      rule({map_value({{text("TAG"), one_of("NOT_IN", {text("VBZ"), text("")})},
                       {text("IS_SPACE"), boolean_value(false)}})},
           {{text("POS"), text("X")}, {text("MORPH"), text("_")}}),
      rule({map_value({{text("IS_SPACE"), boolean_value(true)}})},
           {{text("TAG"), text("_SP")}, {text("DEP"), text("dep")}, {text("POS"), text("SPACE")}}),
  });
}

class Ruler : public testing::Test {
 protected:
  Ruler() : rules(small_rules()) {
    auto loaded = AttributeRuler::load(rules, tags, deps);
    EXPECT_TRUE(loaded);
    ruler = std::move(*loaded);
  }
  RuledToken token(std::string_view lower, std::string_view tag, std::string_view dep,
                   bool blank = false) {
    return {ruler.classify(lower, patterns), *tags.add(tag), *deps.add(dep), blank};
  }
  Analysis analyse(const std::vector<RuledToken>& tokens, std::size_t at) {
    return ruler.analyse(tokens, at, scratch);
  }
  Names tags, deps;
  MsgpackView rules;
  AttributeRuler ruler;
  PatternScratch patterns;
  AttributeRuler::Scratch scratch;
};

TEST_F(Ruler, ALaterRuleWinsAttributeByAttribute) {
  const Analysis analysis = analyse({token("has", "VBZ", "aux")}, 0);
  EXPECT_EQ(analysis.pos, Pos::aux);
  EXPECT_EQ(ruler.morphs()[analysis.morph], "Number=Sing");
}

TEST_F(Ruler, ARuleOverTwoTokensChangesTheOneItNames) {
  const std::vector<RuledToken> tokens = {token("gon", "VBG", "ROOT"), token("na", "TO", "aux")};
  EXPECT_FALSE(analyse(tokens, 0).lemma);
  ASSERT_TRUE(analyse(tokens, 1).lemma);
  EXPECT_EQ(ruler.lemmas()[*analyse(tokens, 1).lemma], "to");
}

TEST_F(Ruler, ARuleOverTwoTokensNeedsBoth) {
  EXPECT_FALSE(analyse({token("na", "TO", "aux")}, 0).lemma);
}

TEST_F(Ruler, ARegularExpressionIsAskedOfTheWord) {
  ASSERT_TRUE(analyse({token("n't", "RB", "neg")}, 0).lemma);
  EXPECT_FALSE(analyse({token("nit", "RB", "neg")}, 0).lemma);
}

TEST_F(Ruler, NotInMeansEveryOtherTag) {
  EXPECT_EQ(analyse({token("of", "IN", "prep")}, 0).pos, Pos::x);
  EXPECT_EQ(analyse({token("of", "IN", "prep")}, 0).morph, 0U);
}

TEST_F(Ruler, WhiteSpaceGetsItsOwnTagAndLabel) {
  const Analysis analysis = analyse({token("\n", "NN", "ROOT", true)}, 0);
  EXPECT_EQ(tags[analysis.tag], "_SP");
  EXPECT_EQ(deps[analysis.dep], "dep");
  EXPECT_EQ(analysis.pos, Pos::space);
}

TEST(AttributeRuler, AnUnknownOperatorIsRefusedByName) {
  Names tags, deps;
  const auto rules = list_value({rule({map_value({{text_value("OP"), text_value("+")}})}, {})});
  const auto loaded = AttributeRuler::load(rules, tags, deps);
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("'OP'"), std::string::npos);
}

}  // namespace
}  // namespace stemma::spacy
