#include "extract/metadata/outlet.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "model/outlets.h"

namespace stemma {
namespace {

// Hosts that pages of every outlet link to.
constexpr std::array<std::string_view, 32> kEverywhere{
    "creativecommons.org", "github.com",    "wordpress.org", "gravatar.com",  "vimeo.com",
    "paypal.com",          "xing.com",      "addtoany.com",  "bsky.app",      "threads.net",
    "facebook.com",        "twitter.com",   "x.com",         "instagram.com", "youtube.com",
    "linkedin.com",        "pinterest.com", "google.com",    "whatsapp.com",  "reddit.com",
    "apple.com",           "t.me",          "wa.me",         "tumblr.com",    "amazon.com",
    "flipboard.com",       "wikipedia.org", "youtu.be",      "amzn.to",       "bit.ly",
    "spotify.com",         "tiktok.com"};

bool is_everywhere(std::string_view domain) {
  return std::find(kEverywhere.begin(), kEverywhere.end(), domain) != kEverywhere.end();
}

std::string most_linked(const html::Page& page) {
  std::map<std::string, std::uint32_t, std::less<>> hosts, domains;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag != html::Tag::a) continue;
    std::string host = host_of(page.attribute(i, html::Attribute::href));
    if (!host.empty()) ++hosts[std::move(host)];
  }
  for (const auto& [host, count] : hosts) domains[registrable_domain(host)] += count;
  std::string best;
  std::uint32_t most = 1;
  for (const auto& [domain, count] : domains) {
    if (count > most && !domain.empty() && !is_everywhere(domain)) {
      most = count;
      best = domain;
    }
  }
  return best;
}

}  // namespace

std::optional<std::string> address_of(const Head& head, const LinkedData& data) {
  for (const std::string_view address :
       {std::string_view(head.canonical), head.first({"og:url"}), std::string_view(data.url),
        head.first({"twitter:url", "parsely-link", "url"})}) {
    if (!host_of(address).empty()) {
      return std::string(address.starts_with("//") ? "https:" : "") + std::string(trim(address));
    }
  }
  return std::nullopt;
}

std::optional<std::string> outlet_of(const html::Page& page, const Head& head,
                                     const LinkedData& data,
                                     const std::optional<std::string>& url) {
  constexpr int kWitnesses = 5;
  for (int witness = 0; witness < kWitnesses; ++witness) {
    std::string domain = witness == 0   ? registrable_domain(url.value_or(""))
                         : witness == 1 ? registrable_domain(head.first({"og:url"}))
                         : witness == 2 ? registrable_domain(host_of(data.url))
                         : witness == 3 ? most_linked(page)
                                        : registrable_domain(host_of(data.publisher_url));
    if (!domain.empty() && !is_everywhere(domain)) return domain;
  }
  const std::string_view name = head.first({"og:site_name", "application-name"});
  if (!trim(name).empty()) return std::string(trim(name));
  if (!data.publisher.empty()) return data.publisher;
  return std::nullopt;
}

}  // namespace stemma
