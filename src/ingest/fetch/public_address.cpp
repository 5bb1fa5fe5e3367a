#include "ingest/fetch/public_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace stemma {
namespace {

struct Range4 {
  std::uint32_t begin;
  unsigned bits;
};

constexpr std::uint32_t ip(unsigned a, unsigned b, unsigned c, unsigned d) {
  return a << 24U | b << 16U | c << 8U | d;
}

constexpr Range4 kNotPublic4[] = {
    {ip(0, 0, 0, 0), 8},        // this network
    {ip(10, 0, 0, 0), 8},       // private
    {ip(100, 64, 0, 0), 10},    // shared by a provider's customers
    {ip(127, 0, 0, 0), 8},      // this machine
    {ip(169, 254, 0, 0), 16},   // link; clouds keep secrets there
    {ip(172, 16, 0, 0), 12},    // private
    {ip(192, 0, 0, 0), 24},     // protocols
    {ip(192, 0, 2, 0), 24},     // documentation
    {ip(192, 31, 196, 0), 24},  // AS112
    {ip(192, 52, 193, 0), 24},  // multicast tunnels
    {ip(192, 88, 99, 0), 24},   // 6to4 relays, given up
    {ip(192, 168, 0, 0), 16},   // private
    {ip(192, 175, 48, 0), 24},  // AS112
    {ip(198, 18, 0, 0), 15},    // benchmarks
    {ip(198, 51, 100, 0), 24},  // documentation
    {ip(203, 0, 113, 0), 24},   // documentation
    {ip(224, 0, 0, 0), 4},      // groups
    {ip(240, 0, 0, 0), 4},      // reserved, broadcast
};

using Bytes6 = std::array<std::uint8_t, 16>;

struct Range6 {
  Bytes6 begin;
  unsigned bits;
};

constexpr Range6 kNotPublic6[] = {
    {{0x01, 0x00}, 64},              // discarded
    {{0x20, 0x01, 0x00}, 23},        // protocols, Teredo, benchmarks
    {{0x20, 0x01, 0x0D, 0xB8}, 32},  // documentation
    {{0x26, 0x20, 0x00, 0x4F, 0x80}, 48},
    {{0x3F, 0xFF}, 20},  // documentation
    {{0x5F, 0x00}, 16},  // segment routing
    {{0xFC, 0x00}, 7},   // private
    {{0xFE, 0x80}, 10},  // link
    {{0xFE, 0xC0}, 10},  // site, given up
    {{0xFF, 0x00}, 8},   // groups
};

bool is_public_4(std::uint32_t address) {
  return std::none_of(std::begin(kNotPublic4), std::end(kNotPublic4), [&](const Range4& range) {
    return (address ^ range.begin) >> (32 - range.bits) == 0;
  });
}

bool begins_as(const Bytes6& address, const Bytes6& range, unsigned bits) {
  const unsigned whole = bits / 8, rest = bits % 8;
  if (!std::equal(address.begin(), address.begin() + whole, range.begin())) return false;
  return rest == 0 || ((address[whole] ^ range[whole]) >> (8 - rest)) == 0;
}

std::uint32_t four_at(const Bytes6& address, std::size_t at) {
  return ip(address[at], address[at + 1], address[at + 2], address[at + 3]);
}

bool is_public_6(const Bytes6& address) {
  constexpr Bytes6 kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  constexpr Bytes6 kNat64 = {0x00, 0x64, 0xFF, 0x9B};
  constexpr Bytes6 k6to4 = {0x20, 0x02};
  if (begins_as(address, kMapped, 96)) return is_public_4(four_at(address, 12));
  if (begins_as(address, kNat64, 96)) return is_public_4(four_at(address, 12));
  if (begins_as(address, k6to4, 16)) return is_public_4(four_at(address, 2));
  // Zeros in front: no address, this machine, IPv4 "compatible", NAT64 with a local prefix.
  if (address[0] == 0) return false;
  return std::none_of(std::begin(kNotPublic6), std::end(kNotPublic6), [&](const Range6& range) {
    return begins_as(address, range.begin, range.bits);
  });
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, &address, sizeof in);
    return is_public_4(ntohl(in.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 in{};
    std::memcpy(&in, &address, sizeof in);
    Bytes6 bytes{};
    std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
    return is_public_6(bytes);
  }
  return false;
}

std::string written(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes = nullptr;
  sockaddr_in four{};
  sockaddr_in6 six{};
  if (address.sa_family == AF_INET) {
    std::memcpy(&four, &address, sizeof four);
    bytes = &four.sin_addr;
  } else if (address.sa_family == AF_INET6) {
    std::memcpy(&six, &address, sizeof six);
    bytes = &six.sin6_addr;
  }
  if (bytes == nullptr ||
      ::inet_ntop(address.sa_family, bytes, text.data(), text.size()) == nullptr) {
    return "?";
  }
  return text.data();
}

}  // namespace stemma
