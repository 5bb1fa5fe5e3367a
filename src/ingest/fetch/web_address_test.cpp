#include "ingest/fetch/web_address.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

std::string url(std::string_view written) {
  const auto address = web_address(written);
  return address ? address->url : "none";
}

std::string led(std::string_view from, std::string_view location) {
  const auto address = resolve(*web_address(from), location);
  return address ? address->url : "none";
}

TEST(WebAddress, PartsAreTakenApart) {
  const auto address = web_address(" HTTPS://News.Example.org:443/a/b?c=d#top ");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->url, "https://news.example.org/a/b?c=d");
  EXPECT_EQ(address->origin, "https://news.example.org");
  EXPECT_EQ(address->target, "/a/b?c=d");
  EXPECT_EQ(web_address("http://h.example:8080")->origin, "http://h.example:8080");
  EXPECT_EQ(web_address("http://h.example")->target, "/");
}

TEST(WebAddress, OnlyHttpWithoutAUserIs) {
  for (const char* written :
       {"file:///etc/passwd", "ftp://h.example/", "gopher://h/", "h.example/a", "http://",
        "http://ada@h.example/", "http://ada:pw@h.example/", "", "javascript:alert(1)",
        "http://h\nx/"}) {
    EXPECT_EQ(url(written), "none") << written;
  }
}

TEST(WebAddress, OtherWritingsOfAnIpAddressAreTheSameHost) {
  EXPECT_EQ(web_address("http://0x7f.1/")->host, "127.0.0.1");
  EXPECT_EQ(web_address("http://2130706433/")->host, "127.0.0.1");
}

TEST(WebAddress, AnAddressThatHidesItsHostIsNone) {
  EXPECT_EQ(url("http://%30/"), "none");
  EXPECT_EQ(led("https://h.example/", "https://%30/"), "none");
  // What has to be resolved comes out with its host in the open.
  EXPECT_EQ(led("https://h.example/", "//%30"), "https://0.0.0.0/");
}

TEST(WebAddress, BytesThatMayNotStandThereAreEscaped) {
  EXPECT_EQ(url("http://h.example/caf\xC3\xA9 x"), "http://h.example/caf%c3%a9%20x");
}

TEST(WebAddress, WhatIsNoneIsRefusedWithItsReason) {
  EXPECT_EQ(why_no_web_address("ftp://h.example/a"),
            "'ftp' addresses are not fetched, only http and https");
  EXPECT_EQ(why_no_web_address("FILE:///etc/passwd"),
            "'file' addresses are not fetched, only http and https");
  EXPECT_EQ(why_no_web_address("https://ada:pw@h.example/"),
            "addresses with a user or password are not fetched");
  EXPECT_EQ(why_no_web_address("http://%30/"), "no http or https address");
  EXPECT_EQ(why_no_web_address("h.example/a"), "no http or https address");
}

TEST(WebAddress, AMessageHoldsNoPassword) {
  EXPECT_EQ(without_user("http://ada:p@w@h.example/a@b"), "http://h.example/a@b");
  EXPECT_EQ(without_user("//ada@h.example"), "//h.example");
  EXPECT_EQ(without_user("https://h.example/@ada/1"), "https://h.example/@ada/1");
  EXPECT_EQ(without_user("notes.txt"), "notes.txt");
}

TEST(WebAddress, ASchemeIsWhatStandsBeforeTwoStrokes) {
  EXPECT_EQ(scheme_of("FTP://h.example"), "ftp");
  EXPECT_EQ(scheme_of("folder/x://y"), "");
  EXPECT_EQ(scheme_of("C:/news.txt"), "");
  EXPECT_EQ(scheme_of("://h"), "");
}

TEST(WebAddress, ALocationIsResolved) {
  EXPECT_EQ(led("https://h.example/a/b?x", "c"), "https://h.example/a/c");
  EXPECT_EQ(led("https://h.example/a/b", "/d#e"), "https://h.example/d");
  EXPECT_EQ(led("https://h.example/a", "//other.example/x"), "https://other.example/x");
  EXPECT_EQ(led("https://h.example/a", "file:///etc/passwd"), "none");
}

}  // namespace
}  // namespace stemma
