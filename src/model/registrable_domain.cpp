#include <libpsl.h>

#include <algorithm>
#include <string>

#include "base/address.h"
#include "base/text.h"
#include "model/outlets.h"

namespace stemma {
namespace {

// "https://user@www.bbc.co.uk:443/x" → "www.bbc.co.uk"; a bare host is itself.
std::string_view host_in(std::string_view url) {
  if (const auto scheme = url.find("//"); scheme < 12) {
    url.remove_prefix(scheme + 2);
  }
  return host_at_head(url);
}

bool is_host_character(char c) {
  return c == '-' || c == '.' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::size_t kLongestHost = 253;  // RFC 1035

}  // namespace

std::string registrable_domain(std::string_view url_or_host) {
  std::string host = ascii_lower(host_in(url_or_host));
  while (!host.empty() && host.back() == '.') host.pop_back();
  if (host.size() > kLongestHost || !std::all_of(host.begin(), host.end(), is_host_character)) {
    return {};
  }
  // An IPv4 address has no registrable domain.
  if (const auto last = host.rfind('.');
      last == std::string::npos ||
      host.find_first_not_of("0123456789", last + 1) == std::string::npos) {
    return {};
  }
  const char* domain = psl_registrable_domain(psl_builtin(), host.c_str());
  return domain != nullptr ? std::string(domain) : std::string();
}

}  // namespace stemma
