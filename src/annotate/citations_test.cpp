#include "annotate/citations.h"

#include <gmock/gmock.h>

#include "annotate/attributions.h"
#include "annotate/test_parses.h"

namespace stemma {
namespace {

using testing::IsEmpty;
using Relation = Citation::Relation;

std::vector<Citation> cited(const std::string& name) {
  AnnotatedArticle each = parsed(name);
  find_attributions(each.article, each.annotations);
  return each.annotations.citations;
}

void expect(const std::string& name, const std::string& outlet, Relation relation,
            const std::string& source = "") {
  const std::vector<Citation> found = cited(name);
  ASSERT_EQ(found.size(), 1u) << name;
  EXPECT_EQ(found[0].outlet, outlet);
  EXPECT_EQ(found[0].relation, relation);
  EXPECT_EQ(found[0].source_name, source);
}

TEST(Citations, SomeoneToldAnOutlet) {
  expect("told_outlet", "Reuters", Relation::told, "A senior official");
}
TEST(Citations, WhoeverToldTheReporterToldTheOutlet) {
  expect("told_reporter", "BBC", Relation::told, "The mayor");
}
TEST(Citations, LawmakersAreNoOutlet) { EXPECT_THAT(cited("told_lawmakers"), IsEmpty()); }
TEST(Citations, AnOutletRelaysASource) {
  expect("relay", "Interfax", Relation::reported, "a police source");
}
TEST(Citations, AnOutletObtainedADocument) {
  expect("obtained", "Washington Post", Relation::obtained, "an email");
}
TEST(Citations, AStatementWasGivenToAnOutlet) {
  expect("statement_to", "Politico", Relation::statement_to, "The firm");
}
TEST(Citations, AnInterviewWasGivenToAnOutlet) {
  expect("interview", "CNN", Relation::interview, "Lind");
}
TEST(Citations, ACreditLineNamesAnAgency) {
  expect("credit", "Associated Press", Relation::credit);
}
TEST(Citations, BracketsCreditAnOutlet) { expect("bracket", "CNN", Relation::reported); }
TEST(Citations, AnOutletThatIsTheTopicIsNotCited) {
  for (const char* name : {"outlet_topic", "outlet_host", "outlet_contributor", "itself"}) {
    EXPECT_THAT(cited(name), IsEmpty()) << name;
  }
}
TEST(Citations, AShortFormIsTheLastFullName) {
  const auto found = cited("short_form");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].outlet, "Washington Post");
}
TEST(Citations, AnOutletIsLearnedFromItsName) {
  expect("learned", "Norlin Gazette", Relation::told, "A witness");
}
TEST(Citations, StateTelevisionHasItsCountry) {
  expect("state_tv", "Iranian state television", Relation::reported);
}
TEST(Citations, TwoOutletsThatReportAreBothCited) { EXPECT_EQ(cited("pair").size(), 2u); }

}  // namespace
}  // namespace stemma
