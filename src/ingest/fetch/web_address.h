#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stemma {

/// An address that may be fetched: http or https, without a user or password. Bytes that may not
/// stand in an address are escaped; the fragment is dropped.
struct WebAddress {
  std::string url;
  std::string origin;  ///< "https://example.org:8080"; the port only where it is not the usual
  std::string host;    ///< in lower case
  std::string target;  ///< path and query: "/a?b"
};

/// Nothing for what is no such address.
std::optional<WebAddress> web_address(std::string_view written);

/// Where a `Location` leads from an address (RFC 3986, section 5).
std::optional<WebAddress> resolve(const WebAddress& base, std::string_view location);

}  // namespace stemma
