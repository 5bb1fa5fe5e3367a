#include "ingest/fetch/web_address.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "base/address.h"
#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

constexpr std::size_t kMaxAddressBytes = 8192;

struct Cleanup {
  void operator()(CURLU* handle) const { curl_url_cleanup(handle); }
};
using Handle = std::unique_ptr<CURLU, Cleanup>;

std::string part(const Handle& handle, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(handle.get(), which, &text, flags) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

bool set(const Handle& handle, std::string_view written) {
  const std::string url(trim(written));
  if (url.size() > kMaxAddressBytes || url.find('\0') != std::string::npos) return false;
  return curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), CURLU_URLENCODE) == CURLUE_OK;
}

std::optional<WebAddress> address_of(const Handle& handle) {
  const std::string scheme = part(handle, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  if (!part(handle, CURLUPART_USER).empty() || !part(handle, CURLUPART_PASSWORD).empty()) {
    return std::nullopt;
  }
  curl_url_set(handle.get(), CURLUPART_FRAGMENT, nullptr, 0);
  WebAddress address;
  address.host = to_lower(part(handle, CURLUPART_HOST));
  if (address.host.empty()) return std::nullopt;
  curl_url_set(handle.get(), CURLUPART_HOST, address.host.c_str(), 0);
  address.url = part(handle, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
  const std::string port = part(handle, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  address.origin = scheme + "://" + address.host + (port.empty() ? "" : ":" + port);
  address.target = part(handle, CURLUPART_PATH);
  if (const auto query = part(handle, CURLUPART_QUERY); !query.empty()) {
    address.target += "?" + query;
  }
  if (!is_valid_utf8(address.url)) return std::nullopt;
  return address;
}

// An address that reads as another one when it is read again hides where it leads: "http://%30/" is
// "http://0/", which is "http://0.0.0.0/".
std::optional<WebAddress> if_plain(std::optional<WebAddress> address) {
  const Handle handle(curl_url());
  if (!address || !handle || !set(handle, address->url)) return std::nullopt;
  const auto again = address_of(handle);
  return again && again->url == address->url && again->host == address->host ? address
                                                                             : std::nullopt;
}

}  // namespace

std::optional<WebAddress> web_address(std::string_view written) {
  const Handle handle(curl_url());
  if (!handle || !set(handle, written)) return std::nullopt;
  return if_plain(address_of(handle));
}

std::string scheme_of(std::string_view written) {
  written = trim(written);
  const std::size_t end = written.find("://");
  if (end == std::string_view::npos || end == 0 || !is_ascii_letter(written[0])) return {};
  const std::string_view scheme = written.substr(0, end);
  const bool is_scheme = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return is_scheme ? to_lower(scheme) : std::string();
}

std::string without_user(std::string_view written) {
  const std::size_t slashes = written.find("//");
  if (slashes == std::string_view::npos) return std::string(written);
  const std::size_t begin = slashes + 2;
  const std::string_view authority =
      written.substr(begin, written.find_first_of("/?#", begin) - begin);
  const std::size_t user = authority.rfind('@');
  if (user == std::string_view::npos) return std::string(written);
  return std::string(written.substr(0, begin)) + std::string(written.substr(begin + user + 1));
}

std::string why_no_web_address(std::string_view written) {
  const std::string scheme = scheme_of(written);
  if (!scheme.empty() && scheme != "http" && scheme != "https") {
    return "'" + scheme + "' addresses are not fetched, only http and https";
  }
  if (without_user(written) != written) return "addresses with a user or password are not fetched";
  return "no http or https address";
}

std::optional<WebAddress> resolve(const WebAddress& base, std::string_view location) {
  return web_address(absolute_address(location, base.url));
}

}  // namespace stemma
