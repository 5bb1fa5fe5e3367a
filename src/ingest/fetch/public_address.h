#pragma once

#include <sys/socket.h>

#include <string>

namespace stemma {

/// Whether an internet address is one that anyone may be meant by: not of this machine, a private
/// or shared network, a link, a group, a test, nor reserved (IANA's registries of special-purpose
/// IPv4 and IPv6 addresses). An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4, Teredo's
/// server is none) is judged as itself. Addresses of other families are never public.
bool is_public_address(const sockaddr& address);

/// The address as a person writes it: "192.0.2.1", "2001:db8::1"; "?" for another family.
std::string written(const sockaddr& address);

}  // namespace stemma
