#include "model/outlets.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> named_in(std::string_view text) {
  std::vector<std::string> names;
  for (const OutletName& name : find_outlet_names(text)) names.emplace_back(name.outlet->name);
  return names;
}

TEST(Outlets, AnAliasADomainAndASubdomainAreOneOutlet) {
  for (const char* way : {"Associated Press", "the Associated Press", "The AP", "apnews.com",
                          "www.apnews.com", "ASSOCIATED PRESS"}) {
    ASSERT_NE(known_outlet(way), nullptr) << way;
    EXPECT_EQ(known_outlet(way)->name, "Associated Press") << way;
  }
  EXPECT_EQ(canonical_outlet("news.bbc.co.uk"), "BBC");
}

TEST(Outlets, AnAgencyIsToldFromAPaper) {
  EXPECT_TRUE(known_outlet("AFP")->is_agency);
  EXPECT_FALSE(known_outlet("Le Monde")->is_agency);
}

TEST(Outlets, AnUnknownOutletKeepsItsNameWithoutTheArticle) {
  EXPECT_EQ(canonical_outlet("The Norlin Gazette"), "Norlin Gazette");
  EXPECT_EQ(canonical_outlet("www.norlin.example"), "norlin.example");
}

TEST(Outlets, TheLongestNameIsTaken) {
  EXPECT_THAT(named_in("She told the New York Times Magazine and CNN Turk."),
              ElementsAre("New York Times", "CNN Turk"));
}

TEST(Outlets, CapitalsMustStandWhereTheNameHasThem) {
  EXPECT_THAT(named_in("The associated press of time and politico pa."), IsEmpty());
  EXPECT_THAT(named_in("POLITICO and USA TODAY asked."), ElementsAre("Politico", "USA Today"));
}

TEST(Outlets, ASourceThatIsNoNewsMediumIsNone) {
  EXPECT_THAT(named_in("The Syrian Observatory said so, and Flightradar24 showed it."), IsEmpty());
}

TEST(Outlets, AShortFormNeedsItsArticle) {
  EXPECT_THAT(named_in("Post offices closed."), IsEmpty());
  const auto names = find_outlet_names("He told the Post so.");
  ASSERT_EQ(names.size(), 1u);
  EXPECT_TRUE(names[0].ambiguous);
}

TEST(Outlets, ACommonWordIsWeakUnlessItsArticleIsCapitalInsideASentence) {
  EXPECT_TRUE(find_outlet_names("He left the Hill early.")[0].weak);
  EXPECT_FALSE(find_outlet_names("He told The Hill early.")[0].weak);
  EXPECT_TRUE(find_outlet_names("Time is short.")[0].weak);
}

TEST(Outlets, ACurlyApostropheIsAnApostrophe) {
  EXPECT_THAT(named_in("as Maclean’s wrote"), ElementsAre("Maclean's"));
}

TEST(Outlets, APartOfALongerWordIsNoName) {
  EXPECT_THAT(named_in("Reutersville and the CNN-hosted debate"), IsEmpty());
}

TEST(Outlets, AProgrammeNamesItsOutlet) {
  const auto names = find_outlet_names("on \"Face the Nation\"");
  ASSERT_EQ(names.size(), 1u);
  EXPECT_EQ(names[0].outlet->name, "CBS News");
  EXPECT_TRUE(names[0].programme);
}

RC_GTEST_PROP(Outlets, SpansAreInOrderAndInsideAnyText, (const std::string& noise)) {
  const std::string text = noise + " told the Post and Reuters " + noise;
  std::uint32_t last = 0;
  for (const OutletName& name : find_outlet_names(text)) {
    RC_ASSERT(name.span.begin >= last);
    RC_ASSERT(name.span.end <= text.size());
    RC_ASSERT(!name.span.empty());
    last = name.span.end;
  }
}

}  // namespace
}  // namespace stemma
