#include "ingest/fetch/retry_after.h"

#include <gtest/gtest.h>

#include <string>

namespace stemma {
namespace {

using std::chrono::seconds;

constexpr std::int64_t kNow = 1714730880;  // 2024-05-03T10:08:00Z

std::optional<seconds> pause(int status, const std::string& value) {
  HttpExchange exchange;
  exchange.status = status;
  exchange.head = "HTTP/1.1 " + std::to_string(status) + " X\r\nRetry-After: " + value + "\r\n\r\n";
  return asked_pause(exchange, kNow);
}

TEST(RetryAfter, SecondsAreRead) {
  EXPECT_EQ(pause(429, "120"), seconds(120));
  EXPECT_EQ(pause(503, " 5 "), seconds(5));
}

TEST(RetryAfter, ADateIsReadAsTheTimeUntilThen) {
  EXPECT_EQ(pause(503, "Fri, 03 May 2024 10:10:00 GMT"), seconds(120));
}

TEST(RetryAfter, WhatIsPastOrNoPauseAsksForNone) {
  for (const char* value : {"0", "-5", "soon", "", "Fri, 03 May 2024 10:00:00 GMT", "2024-05-04"}) {
    EXPECT_EQ(pause(429, value), std::nullopt) << value;
  }
}

TEST(RetryAfter, OnlyAServerThatIsBusyAsksForAPause) {
  EXPECT_EQ(pause(200, "120"), std::nullopt);
  EXPECT_EQ(pause(404, "120"), std::nullopt);
}

TEST(RetryAfter, AWishPastEveryClockIsALongOne) {
  EXPECT_GT(pause(429, "99999999999999999999999"), seconds(1'000'000'000));
  EXPECT_GT(pause(429, "9223372036854775807"), seconds(1'000'000'000));
}

}  // namespace
}  // namespace stemma
