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

/// Why a text is no address that may be fetched: "'ftp' addresses are not fetched, only http and
/// https", "addresses with a user or password are not fetched", "no http or https address".
std::string why_no_web_address(std::string_view written);

/// The text for a message: an address without its user and password, which are no one's business.
std::string without_user(std::string_view written);

/// The scheme before "://" in lower case; empty when the text is not written as an address.
std::string scheme_of(std::string_view written);

/// Where a `Location` leads from an address: resolved as browsers do (base/address.h), and read as
/// any address that is fetched.
std::optional<WebAddress> resolve(const WebAddress& base, std::string_view location);

}  // namespace stemma
