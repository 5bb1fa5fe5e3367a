#include "report/printed_time.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(PrintedTime, ReadsAsPeopleWriteIt) {
  EXPECT_EQ(printed_time("2024-03-12TEV"), "2024-03-12, evening");
  EXPECT_EQ(printed_time("2024-03-12T14:30"), "2024-03-12, 14:30");
  EXPECT_EQ(printed_time("XXXX-WXX-4"), "Thursday");
  EXPECT_EQ(printed_time("XXXX-WXX-4TNI"), "Thursday, night");
  EXPECT_EQ(printed_time("XXXX-05-02"), "2 May");
  EXPECT_EQ(printed_time("XXXX-10"), "October");
  EXPECT_EQ(printed_time("2023-SU"), "summer 2023");
  EXPECT_EQ(printed_time("2024-W11"), "week 11 of 2024");
}

TEST(PrintedTime, WhatHasNoOtherFormStays) {
  for (const char* value : {"2024-03-12", "2024", "2024-03", "P3D", "PT2H", "PRESENT_REF", "", "T",
                            "XXXX-13", "XXXX-WXX-9", "2024-W11-WE"}) {
    EXPECT_EQ(printed_time(value), value);
  }
}

}  // namespace
}  // namespace stemma
