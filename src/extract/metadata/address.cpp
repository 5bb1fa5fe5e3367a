#include "extract/metadata/address.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "base/address.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/metadata/letters.h"
#include "model/outlets.h"

namespace stemma {
namespace {

// Hosts that pages of every outlet link to, or that keep them.
constexpr std::array<std::string_view, 51> kEverywhere{"feedburner.com",
                                                       "t.co",
                                                       "ow.ly",
                                                       "goo.gl",
                                                       "fb.me",
                                                       "buff.ly",
                                                       "dlvr.it",
                                                       "tinyurl.com",
                                                       "lnkd.in",
                                                       "trib.al",
                                                       "creativecommons.org",
                                                       "github.com",
                                                       "wordpress.org",
                                                       "gravatar.com",
                                                       "vimeo.com",
                                                       "paypal.com",
                                                       "xing.com",
                                                       "addtoany.com",
                                                       "bsky.app",
                                                       "threads.net",
                                                       "facebook.com",
                                                       "twitter.com",
                                                       "x.com",
                                                       "instagram.com",
                                                       "youtube.com",
                                                       "linkedin.com",
                                                       "pinterest.com",
                                                       "google.com",
                                                       "whatsapp.com",
                                                       "reddit.com",
                                                       "apple.com",
                                                       "t.me",
                                                       "wa.me",
                                                       "tumblr.com",
                                                       "amazon.com",
                                                       "flipboard.com",
                                                       "wikipedia.org",
                                                       "youtu.be",
                                                       "amzn.to",
                                                       "bit.ly",
                                                       "spotify.com",
                                                       "tiktok.com",
                                                       "archive.org",
                                                       "archive.ph",
                                                       "archive.is",
                                                       "archive.today",
                                                       "archive.md",
                                                       "archive.li",
                                                       "archive.fo",
                                                       "ampproject.org",
                                                       "googleusercontent.com"};

// Where the path begins: after the host of an absolute address.
std::size_t path_at(std::string_view url) {
  const auto host = url.find("//");
  const auto path = url.find_first_of("/?#", host == std::string_view::npos ? 0 : host + 2);
  return std::min(path, url.size());
}

// "www-a--b-example.cdn.ampproject.org" → "www.a-b.example"
std::string without_dashes(std::string_view label) {
  std::string host;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] != '-') {
      host += label[i];
    } else if (label.substr(i, 2) == "--") {
      host += '-';
      ++i;
    } else {
      host += '.';
    }
  }
  return host;
}

// "c/s/www.a.example/b" and "s/www.a.example/b", as AMP caches write the address they keep.
std::string kept_by_amp(std::string_view path) {
  for (const std::string_view kind : {"c/", "v/", "a/"}) {
    if (path.starts_with(kind)) {
      path.remove_prefix(kind.size());
      break;
    }
  }
  const bool secure = path.starts_with("s/");
  if (secure) path.remove_prefix(2);
  if (path.substr(0, path.find_first_of("/?#")).find('.') == std::string_view::npos) return {};
  return (secure ? "https://" : "http://") + std::string(path);
}

// What follows "/web/20240503101500im_/".
std::string kept_by_archive(std::string_view path) {
  if (!path.starts_with("web/")) return {};
  const auto end = path.find('/', 4);
  if (end == std::string_view::npos) return {};
  const std::string_view kept = path.substr(end + 1);
  if (is_web_address(kept)) return std::string(kept);
  // Some clients make one stroke of two.
  for (const std::string_view scheme : {"https:/", "http:/"}) {
    if (kept.starts_with(scheme)) {
      return std::string(scheme) + "/" + std::string(kept.substr(scheme.size()));
    }
  }
  return {};
}

bool is_home(std::string_view url) {
  const std::string_view path = url.substr(path_at(url));
  return path.empty() || path == "/" || path.starts_with('#') || path.starts_with("/#");
}

// "Harbour Post" and harbourpost.example, "The Associated Press" and apnews.com.
bool names_domain(std::string_view name, std::string_view domain) {
  constexpr std::size_t kShortest = 3;
  const std::string letters = letters_of(name);
  const std::string label = letters_of(domain.substr(0, domain.find('.')));
  if (letters.size() < kShortest || label.size() < kShortest) return false;
  if (letters.find(label) != std::string::npos || label.find(letters) != std::string::npos) {
    return true;
  }
  const Outlet* outlet = known_outlet(name);
  return outlet != nullptr && outlet == known_outlet(domain);
}

// Whose page it is, by what its parts say; each says it of one domain.
class Site {
 public:
  Site(const html::Page& page, const Head& head, const LinkedData& data, std::string_view canonical,
       std::string_view og_url)
      : name_(head.first({"og:site_name"})) {
    if (name_.empty()) name_ = data.publisher;
    add(canonical, 2);
    add(og_url, 2);
    // Where the two agree, or the site's name is the domain's, nothing else can outvote them.
    if (votes_.size() == 1 && (votes_[0].second > 2 || names_domain(name_, votes_[0].first)))
      return;
    add(data.publisher_url, 2);
    for (const std::string_view url :
         {std::string_view(data.url), head.first({"twitter:url"}), head.first({"parsely-link"})}) {
      add(url, 1);
    }
    add(most_linked_domain(page), 2);
    for (auto& [domain, weight] : votes_) weight += names_domain(name_, domain) ? 3 : 0;
  }

  std::string_view domain() const {
    const std::pair<std::string, int>* best = nullptr;
    for (const auto& vote : votes_) {
      if (best == nullptr || vote.second > best->second) best = &vote;
    }
    return best == nullptr ? std::string_view() : std::string_view(best->first);
  }

 private:
  void add(std::string_view url, int weight) {
    std::string domain = registrable_domain(url);
    if (domain.empty() || is_on_every_page(domain)) return;
    for (auto& [known, votes] : votes_) {
      if (known == domain) {
        votes += weight;
        return;
      }
    }
    votes_.emplace_back(std::move(domain), weight);
  }

  std::string_view name_;
  std::vector<std::pair<std::string, int>> votes_;  // in the order of the witnesses
};

}  // namespace

bool is_on_every_page(std::string_view domain) {
  return std::find(kEverywhere.begin(), kEverywhere.end(), domain) != kEverywhere.end();
}

std::string most_linked_domain(const html::Page& page) {
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
    if (count > most && !domain.empty() && !is_on_every_page(domain)) {
      most = count;
      best = domain;
    }
  }
  return best;
}

std::string original_address(std::string_view url) {
  constexpr int kMostWrappers = 3;
  std::string address(trim(url));
  for (int i = 0; i < kMostWrappers; ++i) {
    const std::string host = host_of(address);
    const std::size_t path = path_at(address);
    const std::string_view rest =
        std::string_view(address).substr(std::min(path + 1, address.size()));
    std::string kept;
    if (host.ends_with(".cdn.ampproject.org") || host == "cdn.ampproject.org") {
      kept = kept_by_amp(rest);
    } else if ((host.starts_with("www.google.") || host.starts_with("google.")) &&
               rest.starts_with("amp/")) {
      kept = kept_by_amp(rest.substr(4));
    } else if (host == "web.archive.org") {
      kept = kept_by_archive(rest);
    } else if (host.ends_with(".translate.goog")) {
      kept = "https://" + without_dashes(std::string_view(host).substr(0, host.find('.'))) +
             address.substr(path);
    }
    if (kept.empty()) break;
    address = std::move(kept);
  }
  return address;
}

std::string_view essence_of(std::string_view url) {
  const auto host = url.find("//");
  if (host != std::string_view::npos) url.remove_prefix(host + 2);
  if (starts_with_ignoring_case(url, "www.")) url.remove_prefix(4);
  url = url.substr(0, url.find('#'));
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

PageAddresses addresses_of(const html::Page& page, const Head& head, const LinkedData& data,
                           const std::optional<std::string>& known) {
  const Said<std::string_view> og_url = head.first_said({"og:url"});
  const std::string ground = known ? *known : std::string(og_url.value);
  const std::string base = head.base.empty() ? ground : absolute_address(head.base, ground);
  const auto address = [&](std::string_view reference) {
    // A place in the page ("#top") is no address of it.
    if (reference.starts_with('#')) return std::string();
    return original_address(absolute_address(reference, base));
  };
  const std::string canonical = address(head.canonical), og = address(og_url.value);
  PageAddresses addresses;
  if (!known) {
    const Site site(page, head, data, canonical, og);
    const auto own = [&](const std::string& url) {
      const std::string domain = registrable_domain(url);
      return site.domain().empty() || domain.empty() || domain == site.domain();
    };
    const Said<std::string_view> other = head.first_said({"twitter:url", "parsely-link", "url"});
    const std::array<Said<std::string>, 4> stated{
        Said<std::string>{canonical, "canonical link"}, Said<std::string>{og, og_url.source},
        Said<std::string>{address(data.url), "json-ld"},
        Said<std::string>{address(other.value), other.source}};
    for (const bool home : {false, true}) {
      for (const Said<std::string>& each : stated) {
        if (addresses.url || host_of(each.value).empty()) continue;
        if (is_home(each.value) == home && own(each.value)) addresses.url = each;
      }
    }
  }
  const std::string& url = known ? *known : addresses.url ? addresses.url->value : std::string();
  if (!host_of(canonical).empty() && !is_home(canonical) &&
      essence_of(canonical) != essence_of(url)) {
    addresses.canonical = Said<std::string>{canonical, "canonical link"};
  }
  return addresses;
}

}  // namespace stemma
