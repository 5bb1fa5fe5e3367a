#include "ingest/fetch/known_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>

#include "base/files.h"

namespace stemma {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

HttpExchange answer(std::string url, std::string headers) {
  HttpExchange made;
  made.url = std::move(url);
  made.head = "HTTP/1.1 200 OK\r\n" + headers + "\r\n";
  return made;
}

TEST(KnownPages, ValidatorsGoOutAgain) {
  const std::string file = ::testing::TempDir() + "/known_pages.jsonl";
  std::remove(file.c_str());
  auto known = KnownPages::read(file);
  ASSERT_TRUE(known);
  known->remember(answer("https://a.example/", "ETag: W/\"1\"\r\nLast-Modified: then\r\n"));
  known->remember(answer("https://b.example/", "ETag: \"2\"\r\n"));
  known->remember(answer("https://b.example/", ""));
  ASSERT_TRUE(known->write(file));
  const auto again = KnownPages::read(file);
  ASSERT_TRUE(again);
  EXPECT_THAT(again->conditions("https://a.example/"),
              ElementsAre("If-None-Match: W/\"1\"", "If-Modified-Since: then"));
  EXPECT_THAT(again->conditions("https://b.example/"), IsEmpty());
  std::remove(file.c_str());
}

TEST(KnownPages, AFileMadeByOthersPutsNothingIntoHeaders) {
  const std::string file = ::testing::TempDir() + "/known_pages_bad.jsonl";
  ASSERT_TRUE(write_file(file, "not json\n{\"url\":\"u\",\"etag\":\"a\\r\\nCookie: b\"}\n[]\n"));
  const auto known = KnownPages::read(file);
  ASSERT_TRUE(known);
  EXPECT_THAT(known->conditions("u"), IsEmpty());
  std::remove(file.c_str());
}

}  // namespace
}  // namespace stemma
