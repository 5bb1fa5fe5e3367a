#include "fingerprint/reuse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace stemma {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const std::string kFlood =
    "The river broke its eastern bank shortly before midnight and flooded the market square of "
    "Orsk. "
    "Firefighters carried eleven residents of a nursing home to the town hall in rowing boats.";
const std::string kHarvest =
    "Growers in the northern valleys expect the smallest apple harvest since records began. Late "
    "frost "
    "killed most of the blossom in April, and hail took a part of what was left.";
const std::string kQuote =
    "“Nobody in this town will be left behind while I have a boat and two working arms to row "
    "it,” ";

Article article(std::string text, std::string outlet = "", std::string published = "") {
  Article out;
  out.text = std::move(text);
  if (!outlet.empty()) out.outlet = outlet;
  if (!published.empty()) out.published = published;
  return out;
}

std::vector<SharedPassage> passages(const std::vector<Article>& articles) {
  std::vector<const Article*> all;
  for (const Article& each : articles) all.push_back(&each);
  return find_shared_passages(all);
}

TEST(Reuse, ACopyInOtherTypographyIsADuplicate) {
  std::string copy = kFlood + " " + kQuote + "the mayor said.";
  const std::string original = copy;
  copy.replace(copy.find("“"), 3, "\"");
  copy.replace(copy.find("”"), 3, "\"");
  const auto found = passages({article(original), article(copy)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, SharedPassage::Kind::duplicate);
  EXPECT_EQ(found[0].similarity, 1);
  EXPECT_EQ(found[0].a_span, (Span{0, static_cast<std::uint32_t>(original.size())}));
  EXPECT_EQ(found[0].b_span, (Span{0, static_cast<std::uint32_t>(copy.size())}));
}

TEST(Reuse, OneCopiedSentenceIsFoundWhereItStands) {
  const std::string sentence =
      "Firefighters carried eleven residents of a nursing home to the town hall in rowing boats.";
  const std::string host = kHarvest + " " + sentence;
  const auto found = passages({article(kFlood), article(host)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(cut(host, found[0].b_span), sentence);
  EXPECT_EQ(cut(kFlood, found[0].a_span), sentence);
}

TEST(Reuse, ASharedQuotationIsNoCopying) {
  EXPECT_THAT(passages({article(kFlood + "\n\n" + kQuote + "the mayor said."),
                        article(kHarvest + "\n\n" + kQuote + "Ada Lind told reporters.")}),
              IsEmpty());
}

TEST(Reuse, AReportWithAFewWordsChangedIsANearDuplicate) {
  std::string copy = kFlood;
  copy.replace(copy.find("market square"), 13, "main street");
  const auto found = passages({article(kFlood), article(copy)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, SharedPassage::Kind::near_duplicate);
}

TEST(Reuse, WhatOneOutletRepeatsOnItsPagesIsFurniture) {
  const std::string notice =
      "\n\nWrite to the editors of the Orsk Courier if you have found a mistake in this report and "
      "they will look into it.";
  const std::vector<std::string> reports = {
      kFlood +
          " Schools stay closed until Thursday, and trains stop two stations short of the town.",
      kHarvest +
          " Cider makers have begun to buy abroad, at prices that small presses can hardly pay.",
      "A court in the capital freed two fishermen who had been held for entering foreign waters. "
      "The "
      "judge found that the line on the chart of the coast guard lay three miles from the "
      "treaty's, "
      "and that the men had no means of knowing it. Their boat, seized in June, remains in port.",
      "The city orchestra opens its season with three pieces by composers who were born on the "
      "island. Two of them have never been played, since the scores lay in a convent attic until a "
      "student found them. Tickets cost as much as last year, the director told the council."};
  std::vector<Article> articles;
  for (const std::string& report : reports)
    articles.push_back(article(report + notice, "Orsk Courier"));
  EXPECT_THAT(passages(articles), IsEmpty());
}

TEST(Reuse, SpansMarkedAsFurnitureAreLeftOut) {
  Article a = article(kFlood), b = article(kFlood);
  b.furniture = {{0, static_cast<std::uint32_t>(b.text.size())}};
  EXPECT_THAT(passages({a, b}), IsEmpty());
}

TEST(Reuse, TheEarlierOneIsToldByTime) {
  const auto found = passages({article(kFlood, "A", "2024-05-03T10:00:00Z"),
                               article(kFlood, "B", "2024-05-03T11:30:00+02:00")});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].earlier, SharedPassage::Earlier::b);
}

TEST(Reuse, ABareDayDoesNotOrderReportsOfThatDay) {
  const auto found =
      passages({article(kFlood, "A", "2024-05-03"), article(kFlood, "B", "2024-05-03T11:30:00Z")});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].earlier, SharedPassage::Earlier::unknown);
}

TEST(Reuse, TheReportThatCreditsTheOtherIsTheLaterOne) {
  const auto found =
      passages({article("ORSK (Reuters) - " + kFlood, "Valley Herald", "2024-05-03T10:00:00Z"),
                article(kFlood, "Reuters", "2024-05-03T12:00:00Z")});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].earlier, SharedPassage::Earlier::b);
}

TEST(Reuse, OrderOfInputOnlyTurnsThePassages) {
  const auto forth = passages({article(kFlood + " " + kHarvest), article(kHarvest)});
  const auto back = passages({article(kHarvest), article(kFlood + " " + kHarvest)});
  ASSERT_THAT(forth, SizeIs(1));
  ASSERT_THAT(back, SizeIs(1));
  EXPECT_EQ(forth[0].a_span, back[0].b_span);
  EXPECT_EQ(forth[0].b_span, back[0].a_span);
}

RC_GTEST_PROP(Reuse, AnyTwoTextsGetAnAnswerInsideThem,
              (const std::string& x, const std::string& y)) {
  const std::string shared =
      " and then the whole procession turned back across the bridge because of the rain ";
  const std::vector<Article> two = {article(repair_utf8(x) + shared),
                                    article(shared + repair_utf8(y))};
  for (const SharedPassage& each : passages(two)) {
    RC_ASSERT(each.a_span.end <= two[0].text.size());
    RC_ASSERT(each.b_span.end <= two[1].text.size());
    RC_ASSERT(is_valid_utf8(cut(two[0].text, each.a_span)));
  }
}

}  // namespace
}  // namespace stemma
