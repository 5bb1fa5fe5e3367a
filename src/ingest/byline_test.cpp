#include "ingest/byline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Byline, SeveralNamesAreTakenApart) {
  EXPECT_THAT(names_in_by("By Ada Lund and Ben Reed"), ElementsAre("Ada Lund", "Ben Reed"));
  EXPECT_THAT(names_in_by("Ada Lund, Ben Reed, and Cy de la Cruz"),
              ElementsAre("Ada Lund", "Ben Reed", "Cy de la Cruz"));
  EXPECT_THAT(names_in_by("by: Ada Lund &amp; Ben Reed"), ElementsAre("Ada Lund", "Ben Reed"));
  EXPECT_THAT(names_in_by("Ada Lund; Ærlig Østby"), ElementsAre("Ada Lund", "Ærlig Østby"));
}

TEST(Byline, OneNameWithACommaStaysOne) {
  EXPECT_THAT(names_in_by("Lund, Ada"), ElementsAre("Lund, Ada"));
  EXPECT_THAT(names_in_by("Ada Lund, Jr."), ElementsAre("Ada Lund"));
}

TEST(Byline, ADeskIsNotTakenApart) {
  EXPECT_THAT(names_in_by("Department of Trade and Industry"),
              ElementsAre("Department of Trade and Industry"));
}

TEST(Byline, APlaceOrAHouseIsNoPartOfAName) {
  EXPECT_THAT(names_in_by("Ada Lund in Oslo and Ben Reed in Port Aldane"),
              ElementsAre("Ada Lund", "Ben Reed"));
  EXPECT_THAT(names_in_by("By Ada Lund for the Post"), ElementsAre("Ada Lund for the Post"));
  EXPECT_THAT(names_in_by("By Ada Lund for Harbour Wire"), ElementsAre("Ada Lund"));
}

TEST(Byline, NothingIsNoName) {
  EXPECT_THAT(names_in_by(""), IsEmpty());
  EXPECT_THAT(names_in_by("By "), IsEmpty());
}

}  // namespace
}  // namespace stemma
