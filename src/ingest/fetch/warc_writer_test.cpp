#include "ingest/fetch/warc_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kDate = "2024-05-03T10:08:00Z";

HttpExchange exchange(int status, std::string body) {
  HttpExchange made;
  made.url = "https://herald.example/ship";
  made.request = "GET /ship HTTP/1.1\r\nHost: herald.example\r\n\r\n";
  made.head = "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: text/html\r\n\r\n";
  made.body = std::move(body);
  made.status = status;
  made.address = "192.0.2.1";
  return made;
}

TEST(WarcWriter, WhatIsWrittenIsReadAgain) {
  for (const bool is_packed : {false, true}) {
    const WarcWriter writer("stemma/0", is_packed);
    const std::string bytes = writer.info(kDate) +
                              writer.exchange(exchange(200, "<p>The ship.</p>\r\n\r\n"), kDate) +
                              writer.exchange(exchange(404, "<p>Not here.</p>"), kDate) +
                              writer.exchange(exchange(200, "<p>Another.</p>"), kDate);
    const auto read = everything_in(bytes, "a.warc");
    EXPECT_TRUE(read.refusals.empty()) << read.refusals[0];
    ASSERT_EQ(read.documents.size(), 2U);
    EXPECT_EQ(read.documents[0].bytes, "<p>The ship.</p>\r\n\r\n");
    EXPECT_EQ(read.documents[0].given.url, "https://herald.example/ship");
    EXPECT_EQ(read.documents[1].bytes, "<p>Another.</p>");
  }
}

TEST(WarcWriter, AnUnchangedPageIsARevisitWithoutABody) {
  const WarcWriter writer("stemma/0", false);
  const std::string records = writer.exchange(exchange(304, ""), kDate);
  EXPECT_THAT(records, HasSubstr("WARC-Type: revisit\r\n"));
  EXPECT_THAT(records, HasSubstr("revisit/server-not-modified\r\n"));
  EXPECT_THAT(records, HasSubstr("WARC-Refers-To-Target-URI: https://herald.example/ship\r\n"));
  EXPECT_THAT(writer.exchange(exchange(200, "a"), kDate), Not(HasSubstr("revisit")));
}

TEST(WarcWriter, RecordsHaveIdsOfTheirOwnThatDoNotChange) {
  const WarcWriter writer("stemma/0", false);
  EXPECT_EQ(writer.exchange(exchange(200, "a"), kDate), writer.exchange(exchange(200, "a"), kDate));
  EXPECT_NE(writer.exchange(exchange(200, "a"), kDate), writer.exchange(exchange(200, "b"), kDate));
}

}  // namespace
}  // namespace stemma
