#include "model/date_words.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(DateWords, MonthsAreKnownByTheBeginningsOfTheirNames) {
  EXPECT_EQ(month_of("maerz"), 3);
  EXPECT_EQ(month_of("okt"), 10);
  EXPECT_EQ(month_of("dekabra"), 12);
  EXPECT_EQ(month_of("ma"), 0);
  EXPECT_EQ(month_of("ferry"), 0);
}

TEST(DateWords, AnEnglishNameIsNoBeginning) {
  EXPECT_EQ(english_month("sept"), 9);
  EXPECT_EQ(english_month("december"), 12);
  EXPECT_EQ(english_month("marching"), 0);
  EXPECT_EQ(english_weekday("monday"), 1);
  EXPECT_EQ(english_weekday("thurs"), 4);
  EXPECT_EQ(english_weekday("sunny"), 0);
}

TEST(DateWords, WhatStandsBesideADateIsNoDate) {
  EXPECT_TRUE(stands_beside_dates("ago"));
  EXPECT_TRUE(is_time_unit("minutes"));
  EXPECT_TRUE(is_german_weekday("mo"));
  for (const auto* word : {"may", "ferry", ""}) {
    EXPECT_FALSE(stands_beside_dates(word) || is_time_unit(word) || is_german_weekday(word))
        << word;
  }
}

}  // namespace
}  // namespace stemma
