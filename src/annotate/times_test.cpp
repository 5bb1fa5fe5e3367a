#include "annotate/times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "annotate/test_sentences.h"

namespace stemma {
namespace {

// "words=value" of each time, with "!MOD" where it has one. 2024-05-03 is a Friday.
std::string times_in(std::string_view notation, std::string published = "2024-05-03") {
  const AnnotatedArticle made = sentence(notation, std::move(published));
  std::string found;
  for (const Time& time : find_times(made.article, made.annotations)) {
    if (!found.empty()) found += "; ";
    found += std::string(cut(made.article.text, time.span)) + "=" + time.value;
    if (time.mod) found += "!" + *time.mod;
  }
  return found;
}

TEST(Times, ABareWeekdayIsTheMostRecentOneAndMayBeToday) {
  EXPECT_EQ(times_in("Rescuers/NNS/nsubj/1 left/VBD/ROOT/1 on/IN/prep/1 Tuesday/NNP/pobj/2"),
            "Tuesday=2024-04-30");
  EXPECT_EQ(times_in("They/PRP/nsubj/1 left/VBD/ROOT/1 Friday/NNP/npadvmod/1"),
            "Friday=2024-05-03");
}

TEST(Times, AFutureVerbTurnsAWeekdayForward) {
  EXPECT_EQ(
      times_in("They/PRP/nsubj/2 will/MD/aux/2 vote/VB/ROOT/2 on/IN/prep/2 Tuesday/NNP/pobj/3"),
      "Tuesday=2024-05-07");
}

TEST(Times, WithoutAPublicationDayAWeekdayStaysRelative) {
  EXPECT_EQ(times_in("They/PRP left/VBD Thursday/NNP", ""), "Thursday=XXXX-WXX-4");
}

TEST(Times, AFullDateNearTheTopStandsInForTheMissingPublicationDay) {
  EXPECT_EQ(times_in("March/NNP 6/CD +,/, 2019/CD :/: Talks/NNS ended/VBD yesterday/NN", ""),
            "March 6, 2019=2019-03-06; yesterday=2019-03-05");
}

TEST(Times, LateOnFridayIsTheEndOfThatDay) {
  EXPECT_EQ(times_in("They/PRP met/VBD late/RB on/IN Friday/NNP"), "late on Friday=2024-05-03!END");
}

TEST(Times, UnitsAreCountedFromThePublicationDay) {
  EXPECT_EQ(times_in("last/JJ week/NN"), "last week=2024-W17");
  EXPECT_EQ(times_in("next/JJ month/NN"), "next month=2024-06");
  EXPECT_EQ(times_in("two/CD years/NNS ago/RB"), "two years ago=2022");
  EXPECT_EQ(times_in("three/CD days/NNS ago/RB"), "three days ago=2024-04-30");
}

TEST(Times, EarlierIsCountedFromTheTimeThatTheTextNamed) {
  EXPECT_EQ(times_in("On/IN July/NNP 20/CD +,/, 2023/CD +,/, and/CC two/CD days/NNS earlier/RBR"),
            "July 20, 2023=2023-07-20; two days earlier=2023-07-18");
}

TEST(Times, DurationsKeepTheirHedge) {
  EXPECT_EQ(times_in("for/IN more/JJR than/IN two/CD weeks/NNS"),
            "more than two weeks=P2W!MORE_THAN");
  EXPECT_EQ(times_in("two/CD and/CC a/DT half/NN hours/NNS"), "two and a half hours=PT2H30M");
}

TEST(Times, AnAgeIsNoDuration) {
  EXPECT_EQ(times_in("a/DT 9/CD +-/HYPH +year/NN +-/HYPH +old/JJ girl/NN"), "");
  EXPECT_EQ(times_in("in/IN her/PRP$ 50s/CD"), "");
}

TEST(Times, AYearThatCountsIsNoYear) {
  EXPECT_EQ(times_in("2000/CD/nummod/1 people/NNS/nsubj/2 fled/VBD/ROOT/2"), "");
  EXPECT_EQ(times_in("elected/VBN in/IN 2016/CD"), "2016=2016");
}

TEST(Times, QuartersDecadesAndCenturies) {
  EXPECT_EQ(times_in("the/DT third/JJ quarter/NN of/IN 2019/CD"),
            "the third quarter of 2019=2019-Q3");
  EXPECT_EQ(times_in("the/DT late/JJ 1970s/CD"), "the late 1970s=197!END");
  EXPECT_EQ(times_in("the/DT 19th/JJ century/NN"), "the 19th century=18");
}

TEST(Times, ClockTimesJoinTheirDay) {
  EXPECT_EQ(times_in("at/IN 3/CD p.m./NN Thursday/NNP"), "3 p.m. Thursday=2024-05-02T15:00");
  EXPECT_EQ(times_in("Thursday/NNP night/NN"), "Thursday night=2024-05-02TNI");
}

TEST(Times, HolidaysFollowTheirRules) {
  EXPECT_EQ(times_in("since/IN Easter/NNP"), "Easter=2024-03-31");
  EXPECT_EQ(times_in("on/IN Thanksgiving/NNP Day/NNP 2019/CD"), "Thanksgiving Day 2019=2019-11-28");
}

TEST(Times, SetsRecur) {
  EXPECT_EQ(times_in("every/DT Friday/NNP"), "every Friday=XXXX-WXX-5");
  EXPECT_EQ(times_in("paid/VBN annually/RB"), "annually=P1Y");
}

TEST(Times, NumbersThatNoClockHasOverflowNothing) {
  for (const char* text :
       {"88888888888888888888/CD AM/NN", "55008008/CD -/HYPH 88/CD -/HYPH 88/CD",
        "88888888888888888888/CD in/IN the/DT morning/NN", "88888888888888888888/CD weekends/NNS",
        "88888888888888888888/CD centuries/NNS"}) {
    EXPECT_EQ(times_in(text).find("-P"), std::string::npos) << text;  // runs under the sanitizers
  }
}

TEST(Times, NothingIsSaidInsideFurniture) {
  AnnotatedArticle made = sentence("Related/JJ May/NNP 2/CD", "2024-05-03");
  made.article.furniture = {{0, 13}};
  EXPECT_TRUE(find_times(made.article, made.annotations).empty());
}

RC_GTEST_PROP(Times, SpansAreInOrderAndInsideTheText, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "the", "last", "two", "May", "3", "+-", "of", "1999", "week", "ago", "late", "on", "Friday",
      "p.m.", "third", "quarter", "a", "and", "half", "10:30", "+,", "'", "90s", "every", "year"));
  std::string notation;
  for (const std::string& word : words) notation += (notation.empty() ? "" : " ") + word + "/NN";
  if (notation.empty()) return;
  const AnnotatedArticle made = sentence(notation, "2024-05-03");
  std::uint32_t end = 0;
  for (const Time& time : find_times(made.article, made.annotations)) {
    RC_ASSERT(time.span.begin >= end && time.span.begin < time.span.end);
    RC_ASSERT(time.span.end <= made.article.text.size());
    RC_ASSERT(!time.value.empty());
    end = time.span.end;
  }
}

}  // namespace
}  // namespace stemma
