#include <gtest/gtest.h>

#include "model/outlets.h"

namespace stemma {
namespace {

TEST(RegistrableDomain, KeepsTheLabelAboveThePublicSuffix) {
  EXPECT_EQ(registrable_domain("https://www.news.example.co.uk/world?x=1#top"), "example.co.uk");
  EXPECT_EQ(registrable_domain("WWW.Example.COM."), "example.com");
  EXPECT_EQ(registrable_domain("//user@edition.example.com:8080/a"), "example.com");
}

TEST(RegistrableDomain, IsEmptyWhereThereIsNone) {
  for (const char* none : {"", "co.uk", "localhost", "192.168.0.1", "http://10.0.0.1/x",
                           "two words.com", "https:///path"}) {
    EXPECT_EQ(registrable_domain(none), "") << none;
  }
  EXPECT_EQ(registrable_domain(std::string(10'000, 'a') + ".com"), "");
}

}  // namespace
}  // namespace stemma
