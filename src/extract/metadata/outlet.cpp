#include "extract/metadata/outlet.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "extract/body/blocks.h"
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

std::optional<Said<std::string>> address_of(const Head& head, const LinkedData& data) {
  for (const auto& [address, source] :
       {Said<std::string_view>{head.canonical, "canonical link"}, head.first_said({"og:url"}),
        Said<std::string_view>{data.url, "json-ld"},
        head.first_said({"twitter:url", "parsely-link", "url"})}) {
    if (host_of(address).empty()) continue;
    return Said{std::string(address.starts_with("//") ? "https:" : "") + std::string(trim(address)),
                source};
  }
  return std::nullopt;
}

std::optional<Said<std::string>> outlet_of(const html::Page& page, const Head& head,
                                           const LinkedData& data,
                                           const std::optional<std::string>& url) {
  constexpr int kWitnesses = 5;
  for (int witness = 0; witness < kWitnesses; ++witness) {
    Said<std::string> domain =
        witness == 0   ? Said{registrable_domain(url.value_or("")), "url"}
        : witness == 1 ? Said{registrable_domain(head.first({"og:url"})), "meta og:url"}
        : witness == 2 ? Said{registrable_domain(host_of(data.url)), "json-ld"}
        : witness == 3 ? Said{most_linked(page), "links"}
                       : Said{registrable_domain(host_of(data.publisher_url)), "json-ld"};
    if (!domain.value.empty() && !is_everywhere(domain.value)) return domain;
  }
  if (auto name = outlet_name_of(head, data)) return name;
  const auto [name, source] = head.first_said({"application-name"});
  if (std::string line = as_line(name); !line.empty()) return Said{std::move(line), source};
  return std::nullopt;
}

std::optional<Said<std::string>> outlet_name_of(const Head& head, const LinkedData& data) {
  for (const auto& [name, source] :
       {head.first_said({"og:site_name"}), Said<std::string_view>{data.publisher, "json-ld"}}) {
    if (std::string line = as_line(name); !line.empty()) return Said{std::move(line), source};
  }
  return std::nullopt;
}

}  // namespace stemma
