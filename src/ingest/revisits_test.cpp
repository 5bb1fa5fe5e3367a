#include "ingest/revisits.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stemma {
namespace {

using ::testing::HasSubstr;

constexpr const char* kUrl = "https://herald.example/ship";

TEST(Revisits, NothingIsSaidOfNone) {
  Revisits revisits;
  revisits.saw_payload(kUrl, "sha1:A");
  EXPECT_FALSE(revisits.summary());
}

TEST(Revisits, WhatIsRepeatedAtAnotherAddressIsFoundByItsDigest) {
  Revisits revisits;
  revisits.saw_payload(kUrl, "sha1:A");
  revisits.passed_over({"a.warc#2", "https://herald.example/copy", "", "sha1:A"});
  EXPECT_EQ(revisits.summary(),
            "1 revisit record without a text of its own passed over; what it repeats was read");
}

TEST(Revisits, AnotherCaptureOfTheAddressIsNotTheOneThatIsRepeated) {
  Revisits revisits;
  revisits.saw_payload(kUrl, "sha1:A");
  revisits.passed_over({"a.warc#2", kUrl, "2024-05-03T10:08:00Z", "sha1:B"});
  EXPECT_EQ(revisits.summary(),
            "1 revisit record without a text of its own passed over; of 1 the text is in no "
            "archive that was read, first a.warc#2: https://herald.example/ship of "
            "2024-05-03T10:08:00Z");
}

TEST(Revisits, WithoutDigestsTheAddressDecides) {
  Revisits revisits;
  revisits.saw_payload(kUrl, "");
  revisits.passed_over({"a.warc#2", kUrl, "", "sha1:B"});
  revisits.passed_over({"a.warc#3", kUrl, "", ""});
  EXPECT_THAT(revisits.summary().value_or(""), HasSubstr("2 revisit records"));
  EXPECT_THAT(revisits.summary().value_or(""), HasSubstr("what they repeat was read"));
}

TEST(Revisits, AnArchiveReadLaterMayHoldWhatIsRepeated) {
  Revisits revisits;
  revisits.passed_over({"a.warc#2", kUrl, "", "sha1:A"});
  revisits.saw_payload(kUrl, "sha1:A");
  EXPECT_THAT(revisits.summary().value_or(""), HasSubstr("what it repeats was read"));
}

TEST(Revisits, MemoryIsBoundedAndTheCountStaysRight) {
  Revisits revisits;
  const std::string long_url(60'000, 'x');
  for (int i = 0; i < 500; ++i) {
    revisits.passed_over({fmt::format("a.warc#{}", i), long_url, "", fmt::format("sha1:{}", i)});
  }
  EXPECT_THAT(revisits.summary().value_or(""), HasSubstr("of 500 the text is in no archive"));
}

}  // namespace
}  // namespace stemma
