#include "annotate/claims.h"

#include <gmock/gmock.h>

#include "annotate/attributions.h"
#include "annotate/test_parses.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using Modality = Claim::Modality;

struct Story {
  AnnotatedArticle each;
  std::vector<Claim> claims;
  std::string text(Span span) const { return std::string(cut(each.article.text, span)); }
  // The claim whose predicate is `predicate`.
  Claim with(const std::string& predicate) const {
    for (const Claim& claim : claims) {
      if (text(*claim.predicate) == predicate) return claim;
    }
    ADD_FAILURE() << "no claim with the predicate " << predicate;
    return {};
  }
  std::vector<std::string> predicates() const {
    std::vector<std::string> all;
    for (const Claim& claim : claims) all.push_back(text(*claim.predicate));
    return all;
  }
};

Story claims_in(const std::string& name) {
  Story story{parsed(name), {}};
  find_attributions(story.each.article, story.each.annotations);
  story.claims = find_claims(story.each.article, story.each.annotations);
  return story;
}

TEST(Claims, AClauseIsCutIntoItsParts) {
  const Story story = claims_in("will");
  const Claim claim = story.with("will open");
  EXPECT_EQ(story.text(*claim.subject), "The mayor");
  ASSERT_EQ(claim.arguments.size(), 2u);
  EXPECT_EQ(story.text(claim.arguments[0]), "the bridge");
  EXPECT_EQ(story.text(claim.arguments[1]), "on Friday");
}
TEST(Claims, WhatIsSaidIsAClaimAndTheSayingIsNot) {
  const Story story = claims_in("that_clause");
  EXPECT_THAT(story.predicates(), ElementsAre("had fallen"));
  EXPECT_EQ(story.claims[0].modality, Modality::reported);
  EXPECT_EQ(story.claims[0].attribution, 0u);
}
TEST(Claims, CoordinatedVerbsAreTwoClaimsOfOneSubject) {
  const Story story = claims_in("coordinated");
  EXPECT_EQ(story.text(*story.with("burned").subject), "The army");
  EXPECT_EQ(story.text(*story.with("seized").subject), "The army");
}
TEST(Claims, ALonePrepositionGoesToThePredicate) {
  const Story story = claims_in("lives_in");
  EXPECT_EQ(story.text(story.with("lives in").arguments.at(0)), "Norlin");
}
TEST(Claims, NegationIsAFlag) {
  EXPECT_TRUE(claims_in("negated").claims.at(0).negated);
  EXPECT_FALSE(claims_in("possible").claims.at(0).negated);
}
TEST(Claims, AuxiliariesGiveTheModality) {
  EXPECT_EQ(claims_in("possible").claims.at(0).modality, Modality::possible);
  EXPECT_EQ(claims_in("will").claims.at(0).modality, Modality::intended);
  EXPECT_EQ(claims_in("coordinated").claims.at(0).modality, Modality::asserted);
}
TEST(Claims, WhatIsDeniedIsDenied) {
  EXPECT_EQ(claims_in("denied_claim").with("had burned").modality, Modality::denied);
}
TEST(Claims, AnArticleWithoutTokensHasNone) {
  EXPECT_TRUE(find_claims(Article{}, Annotations{}).empty());
}

}  // namespace
}  // namespace stemma
