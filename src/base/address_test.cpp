#include "base/address.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace stemma {
namespace {

TEST(Addresses, AWholeOneStaysAsItWasWritten) {
  for (const char* url : {"https://a.example", "HTTP://A.example:80/b/../c", "https://a.example/é"})
    EXPECT_EQ(absolute_address(url, "https://b.example/"), url);
  EXPECT_EQ(absolute_address(" https://a.example/b\n", ""), "https://a.example/b");
}

TEST(Addresses, WhatMayNotStandInAWholeOneIsMended) {
  EXPECT_EQ(absolute_address("https://a.example/b c", ""), "https://a.example/b%20c");
  EXPECT_EQ(absolute_address("https://a.example/b\n  c", ""), "https://a.example/b%20%20c");
  EXPECT_EQ(absolute_address("https://a.example\\b", ""), "https://a.example/b");
}

TEST(Addresses, APartIsResolvedByTheBase) {
  const auto on = [](std::string_view reference) {
    return absolute_address(reference, "https://a.example/b/c?d#e");
  };
  EXPECT_EQ(on("?p=2"), "https://a.example/b/c?p=2");
  EXPECT_EQ(on("#top"), "https://a.example/b/c?d#top");
  EXPECT_EQ(on("x"), "https://a.example/b/x");
  EXPECT_EQ(on("../x?y=z"), "https://a.example/x?y=z");
  EXPECT_EQ(on("/../../x/."), "https://a.example/x/");
  EXPECT_EQ(on("./x:y"), "https://a.example/b/x:y");
  EXPECT_EQ(on("//x.example/y"), "https://x.example/y");
  EXPECT_EQ(on("b\xC3\xBC"), "https://a.example/b/b%C3%BC");
  EXPECT_EQ(on("//b\xC3\xBC.example/"), "https://xn--b-eha.example/");
  EXPECT_EQ(absolute_address("x", "https://a.example"), "https://a.example/x");
}

// lexbor 3.0 reads these as paths.
TEST(Addresses, ADotSegmentMayEndBeforeAQueryOrAFragment) {
  EXPECT_EQ(absolute_address("..?x", "https://a.example/b/c/d"), "https://a.example/b/?x");
  EXPECT_EQ(absolute_address(".#x", "https://a.example/b/c/d"), "https://a.example/b/c/#x");
  EXPECT_EQ(absolute_address("x", "https://a.example/b/..?y"), "https://a.example/x");
}

TEST(Addresses, WhatIsNoneOfTheWebIsEmpty) {
  for (const char* reference : {"mailto:ann@a.example", "javascript:void(0)",
                                "tag:a.example,2024:1", "ftp://a.example/b", "", " ", "https://"})
    EXPECT_EQ(absolute_address(reference, "https://a.example/b"), "") << reference;
  for (const char* base : {"", "/b/c", "b", "data:text/html,b"}) {
    EXPECT_EQ(absolute_address("x/y", base), "") << base;
    EXPECT_EQ(absolute_address("//x.example/y", base), "https://x.example/y") << base;
  }
}

TEST(Addresses, HaveAHost) {
  EXPECT_EQ(host_of("https://ann:pw@www.A.example.:80/b@c"), "www.a.example");
  EXPECT_EQ(host_of("//a.example?b"), "a.example");
  EXPECT_EQ(host_of("a.example/b"), "");
  EXPECT_EQ(host_of("mailto:ann@a.example"), "");
}

// What was resolved is whole.
TEST(Address, AControlIsEscapedWhateverStandsBeforeIt) {
  EXPECT_EQ(absolute_address("/a%\x10z", "https://a.example/"), "https://a.example/a%%10z");
}

TEST(Address, ABackslashInAQueryOrFragmentIsNoStroke) {
  EXPECT_EQ(absolute_address("https://a.example/b\\c", ""), "https://a.example/b/c");
  EXPECT_EQ(absolute_address("https://a.example/b?c\\d", ""), "https://a.example/b?c\\d");
}

RC_GTEST_PROP(Addresses, AreResolvedOnce, (std::string reference)) {
  const std::string once = absolute_address(reference, "https://a.example/b/c");
  RC_ASSERT(absolute_address(once, "https://x.example/") == once);
}

}  // namespace
}  // namespace stemma
