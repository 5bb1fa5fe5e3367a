#include "annotate/quotation_marks.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> quoted_in(std::string_view text) {
  std::vector<std::string> all;
  for (const QuoteRun& run : find_quotations(text)) all.emplace_back(cut(text, run.inner));
  return all;
}

TEST(QuotationMarks, EveryTypographyIsRead) {
  EXPECT_THAT(quoted_in("“No,” he said."), ElementsAre("No,"));
  EXPECT_THAT(quoted_in("\"No,\" he said."), ElementsAre("No,"));
  EXPECT_THAT(quoted_in("''No,'' he said."), ElementsAre("No,"));
  EXPECT_THAT(quoted_in("``No,'' he said."), ElementsAre("No,"));
  EXPECT_THAT(quoted_in("« No », he said."), ElementsAre("No"));
  EXPECT_THAT(quoted_in("‘No,’ he said."), ElementsAre("No,"));
}

TEST(QuotationMarks, AnApostropheIsNoMark) {
  EXPECT_THAT(quoted_in("The workers' pay wasn't Osei's concern in the '90s."), IsEmpty());
}

TEST(QuotationMarks, AMarkInsideARunBelongsToIt) {
  EXPECT_THAT(quoted_in("“He said ‘no’ twice.”"), ElementsAre("He said ‘no’ twice."));
}

TEST(QuotationMarks, ALostClosingMarkCostsItsParagraphAtMost) {
  EXPECT_THAT(quoted_in("“We waited.\n\nLater “no one” came."),
              ElementsAre("We waited.", "no one"));
}

TEST(QuotationMarks, AParagraphThatReopensContinuesTheOneBefore) {
  const auto runs = find_quotations("“First we waited.\n\n“Then we left,” she said.");
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_FALSE(runs[0].closed);
  EXPECT_TRUE(runs[1].continues);
}

TEST(QuotationMarks, AMarkOfTheWrongShapeIsTypedByItsPlace) {
  EXPECT_THAT(quoted_in("”We waited,” Osei said."), ElementsAre("We waited,"));
}

TEST(QuotationMarks, AnUtteranceIsToldFromAPhraseAndAName) {
  const auto use = [](std::string_view text) { return use_of(text, find_quotations(text).at(0)); };
  EXPECT_EQ(use("“No,” she said."), QuoteUse::speech);
  EXPECT_EQ(use("the “truce” of May"), QuoteUse::phrase);
  EXPECT_EQ(use("the film “Norlin Harbour” won"), QuoteUse::name);
}

RC_GTEST_PROP(QuotationMarks, RunsAreDisjointAndInOrderInAnyText, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "“", "”", "\"", "''", "'", "‘", "’", "«", "»", "``", " ", "a", "Osei", ",", "\n\n"));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  std::uint32_t last = 0;
  for (const QuoteRun& run : find_quotations(text)) {
    RC_ASSERT(run.span.begin >= last);
    RC_ASSERT(run.span.contains(run.inner));
    RC_ASSERT(!run.inner.empty());
    last = run.span.end;
  }
}

}  // namespace
}  // namespace stemma
