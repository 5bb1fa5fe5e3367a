#include "model/published.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(Published, OneInstantInTwoZonesIsOneInstant) {
  EXPECT_EQ(published_time("2024-05-03T10:08:00Z")->seconds,
            published_time("2024-05-03T12:08:00+02:00")->seconds);
  EXPECT_EQ(published_time("2024-05-03T10:08:00Z")->seconds,
            published_time("2024-05-03 05:08-0500")->seconds);
}

TEST(Published, ABareDayHasNoTime) {
  EXPECT_FALSE(published_time("2024-05-03")->has_time);
  EXPECT_EQ(published_time("1970-01-02")->seconds, 86400);
}

TEST(Published, WhatIsNoDateIsNothing) {
  EXPECT_FALSE(published_time("Thurs 3"));
  EXPECT_FALSE(published_time(""));
}

}  // namespace
}  // namespace stemma
