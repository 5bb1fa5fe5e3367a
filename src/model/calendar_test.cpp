#include "model/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace stemma {
namespace {

using std::chrono::days;

std::string days_of(std::string_view value) {
  const auto range = range_of(value);
  if (!range) return "none";
  return iso_of(range->begin) + " " + iso_of(range->end);
}

TEST(Calendar, ADateTimeGivesItsDayAsWritten) {
  EXPECT_EQ(iso_of(day_of("2024-05-03T23:08:00-09:00").value()), "2024-05-03");
}

TEST(Calendar, ADayThatDoesNotExistIsNoDay) {
  EXPECT_FALSE(day_of("2023-02-29"));
  EXPECT_FALSE(day_of("2023-13-01"));
  EXPECT_FALSE(day_of("2024-5-3"));
  EXPECT_FALSE(day_of("2024-05-031"));
  EXPECT_FALSE(day_of(""));
}

TEST(Calendar, CalendarValuesAreRangesOfDays) {
  EXPECT_EQ(days_of("2024-02"), "2024-02-01 2024-03-01");
  EXPECT_EQ(days_of("2024"), "2024-01-01 2025-01-01");
  EXPECT_EQ(days_of("201"), "2010-01-01 2020-01-01");
  EXPECT_EQ(days_of("19"), "1900-01-01 2000-01-01");
  EXPECT_EQ(days_of("2023-Q3"), "2023-07-01 2023-10-01");
  EXPECT_EQ(days_of("2023-H2"), "2023-07-01 2024-01-01");
  EXPECT_EQ(days_of("2023-SU"), "2023-06-01 2023-09-01");
  EXPECT_EQ(days_of("2023-WI"), "2023-12-01 2024-03-01");
}

TEST(Calendar, WeeksFollowIso8601) {
  EXPECT_EQ(days_of("2024-W18"), "2024-04-29 2024-05-06");
  EXPECT_EQ(days_of("2024-W18-WE"), "2024-05-04 2024-05-06");
  EXPECT_EQ(days_of("2024-W18-5"), "2024-05-03 2024-05-04");
  EXPECT_EQ(week_value(day_of("2021-01-03").value()), "2020-W53");
  EXPECT_EQ(week_value(day_of("2024-12-30").value()), "2025-W01");
}

TEST(Calendar, APartOfTheDayKeepsItsMinutes) {
  EXPECT_EQ(range_of("2024-05-02TMO")->minutes, (Minutes{300, 720}));
  EXPECT_FALSE(range_of("2024-05-02TMO")->minute);
  EXPECT_EQ(range_of("2024-05-02T14:30")->minute, 870);
  EXPECT_EQ(range_of("2024-05-02T14:30Z")->grain, Grain::minute);
}

TEST(Calendar, WhatFixesNoDaysHasNoRange) {
  for (const std::string_view value : {"P3Y", "PRESENT_REF", "XXXX-05", "XXXX-WXX-4", "2024-W54",
                                       "2024-", "2024-XX", "", "20a", "2024-05-02Tx"}) {
    EXPECT_FALSE(range_of(value)) << value;
  }
}

RC_GTEST_PROP(Calendar, EveryDayLiesInItsOwnWeekMonthAndQuarter, ()) {
  const Day day{days{*rc::gen::inRange(-200'000, 200'000)}};
  for (const std::string& value :
       {iso_of(day), week_value(day), month_value(day), quarter_value(day)}) {
    const auto range = range_of(value);
    RC_ASSERT(range.has_value());
    RC_ASSERT(range->begin <= day && day < range->end);
  }
  RC_ASSERT(day_of(iso_of(day)) == day);
}

RC_GTEST_PROP(Calendar, AnyTextIsReadWithoutHarm, (const std::string& text)) {
  if (const auto range = range_of(text)) RC_ASSERT(range->begin < range->end);
}

}  // namespace
}  // namespace stemma
