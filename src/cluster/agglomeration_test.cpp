#include "cluster/agglomeration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace stemma {
namespace {

using testing::ElementsAre;

TEST(Agglomeration, OneLikelyPairDoesNotJoinTwoGroups) {
  const std::vector<Link> links = {{0, 1, 0.9}, {2, 3, 0.9}, {1, 2, 0.8}};
  EXPECT_THAT(agglomerate(4, links, 0.4), ElementsAre(0, 0, 2, 2));
}

TEST(Agglomeration, ManyLikelyPairsDo) {
  const std::vector<Link> links = {{0, 1, 0.9}, {2, 3, 0.9}, {1, 2, 0.8}, {0, 2, 0.6}, {1, 3, 0.7}};
  EXPECT_THAT(agglomerate(4, links, 0.4), ElementsAre(0, 0, 0, 0));
}

TEST(Agglomeration, WithoutLinksEachStandsAlone) {
  EXPECT_THAT(agglomerate(3, {}, 0.4), ElementsAre(0, 1, 2));
}

RC_GTEST_PROP(Agglomeration, OrderOfLinksChangesNothing, ()) {
  std::vector<Link> links;
  for (std::uint32_t a = 0; a < 8; ++a) {
    for (std::uint32_t b = 0; b < a; ++b) {
      const auto percent = *rc::gen::inRange(0, 1000);
      if (percent > 400) links.push_back({b, a, percent / 1000.0 + a * 1e-6 + b * 1e-7});
    }
  }
  const auto forth = agglomerate(8, links, 0.5);
  std::reverse(links.begin(), links.end());
  for (Link& link : links) std::swap(link.a, link.b);
  RC_ASSERT(agglomerate(8, links, 0.5) == forth);
}

}  // namespace
}  // namespace stemma
