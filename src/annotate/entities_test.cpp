#include "annotate/entities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "annotate/test_sentences.h"

namespace stemma {
namespace {

// Tags every occurrence of each "name" in order with its type, as a model would, then links.
AnnotatedArticle linked(std::string_view notation,
                        const std::vector<std::pair<std::string, std::string>>& names) {
  AnnotatedArticle made = sentence(notation);
  std::size_t at = 0;
  for (const auto& [name, type] : names) {
    at = made.article.text.find(name, at);
    EXPECT_NE(at, std::string::npos) << name;
    const auto begin = static_cast<std::uint32_t>(at);
    at += name.size();
    made.annotations.entities.push_back({{begin, static_cast<std::uint32_t>(at)}, type, kNone});
  }
  link_entities(made.article, made.annotations);
  return made;
}

// "words/TYPE/chain" of each entity.
std::vector<std::string> entities(const AnnotatedArticle& made) {
  std::vector<std::string> found;
  for (const Entity& entity : made.annotations.entities) {
    found.push_back(std::string(cut(made.article.text, entity.span)) + "/" + entity.type + "/" +
                    std::to_string(entity.chain));
  }
  return found;
}

using testing::ElementsAre;

TEST(Entities, ASurnameJoinsTheFullNameAndTakesItsType) {
  EXPECT_THAT(entities(linked("Ana/NNP Ruiz/NNP spoke/VBD and/CC Ruiz/NNP left/VBD",
                              {{"Ana Ruiz", "PERSON"}, {"Ruiz", "ORG"}})),
              ElementsAre("Ana Ruiz/PERSON/0", "Ruiz/PERSON/0"));
}

TEST(Entities, InitialsJoinTheirName) {
  EXPECT_THAT(entities(linked("United/NNP Nations/NNP staff/NN and/CC U.N./NNP trucks/NNS",
                              {{"United Nations", "ORG"}, {"U.N.", "ORG"}})),
              ElementsAre("United Nations/ORG/0", "U.N./ORG/0"));
}

TEST(Entities, SpellingsOfOneCountryAreOneChainAndItsPeopleAnother) {
  EXPECT_THAT(
      entities(linked("America/NNP said/VBD the/DT U.S./NNP and/CC Americans/NNPS agree/VBP",
                      {{"America", "GPE"}, {"U.S.", "GPE"}, {"Americans", "NORP"}})),
      ElementsAre("America/GPE/0", "U.S./GPE/0", "Americans/NORP/1"));
}

TEST(Entities, AKnownCountryIsAPlace) {
  EXPECT_THAT(entities(linked("in/IN Niger/NNP", {{"Niger", "ORG"}})), ElementsAre("Niger/GPE/0"));
}

TEST(Entities, ABaseKeepsItsNumber) {
  EXPECT_THAT(
      entities(linked("at/IN Camp/NNP Airbase/NNP 77/CD today/NN", {{"Camp Airbase", "ORG"}})),
      ElementsAre("Camp Airbase 77/FAC/0"));
}

TEST(Entities, ANameSeenElsewhereIsFoundAgain) {
  EXPECT_THAT(
      entities(linked("Orvex/NNP fell/VBD after/IN Orvex/NNP spoke/VBD", {{"Orvex", "ORG"}})),
      ElementsAre("Orvex/ORG/0", "Orvex/ORG/0"));
}

TEST(Entities, WhatHasNoCapitalIsNoName) {
  EXPECT_THAT(entities(linked("the/DT juntas/NNS fell/VBD", {{"juntas", "ORG"}})), ElementsAre());
}

}  // namespace
}  // namespace stemma
