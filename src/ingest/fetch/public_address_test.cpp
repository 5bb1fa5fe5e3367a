#include "ingest/fetch/public_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace stemma {
namespace {

bool is_public(const std::string& text) {
  sockaddr_storage storage{};
  if (text.find(':') == std::string::npos) {
    auto& in = reinterpret_cast<sockaddr_in&>(storage);
    in.sin_family = AF_INET;
    EXPECT_EQ(::inet_pton(AF_INET, text.c_str(), &in.sin_addr), 1) << text;
  } else {
    auto& in = reinterpret_cast<sockaddr_in6&>(storage);
    in.sin6_family = AF_INET6;
    EXPECT_EQ(::inet_pton(AF_INET6, text.c_str(), &in.sin6_addr), 1) << text;
  }
  const auto& address = reinterpret_cast<const sockaddr&>(storage);
  return is_public_address(address);
}

TEST(PublicAddress, AddressesOfTheNetAre) {
  for (const char* text :
       {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
        "172.32.0.0", "192.167.1.1", "198.17.0.1", "223.255.0.1", "2a00:1450:4001::1",
        "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"}) {
    EXPECT_TRUE(is_public(text)) << text;
  }
}

TEST(PublicAddress, AddressesOfMachinesAndNetworksAreNot) {
  for (const char* text : {"0.0.0.0",       "10.1.2.3",         "100.64.0.1",
                           "127.0.0.1",     "127.255.255.255",  "169.254.169.254",
                           "172.16.0.1",    "172.31.255.255",   "192.0.0.8",
                           "192.168.0.1",   "198.19.255.255",   "203.0.113.9",
                           "224.0.0.1",     "255.255.255.255",  "::",
                           "::1",           "::ffff:127.0.0.1", "::ffff:10.0.0.1",
                           "::7f00:1",      "64:ff9b::7f00:1",  "64:ff9b:1::1",
                           "2002:7f00:1::", "2001::1",          "2001:db8::1",
                           "fc00::1",       "fdff::1",          "fe80::1",
                           "fec0::1",       "ff02::1",          "100::1"}) {
    EXPECT_FALSE(is_public(text)) << text;
  }
}

TEST(PublicAddress, OtherFamiliesAreNot) {
  sockaddr address{};
  address.sa_family = AF_UNIX;
  EXPECT_FALSE(is_public_address(address));
  EXPECT_EQ(written(address), "?");
}

}  // namespace
}  // namespace stemma
