#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/html/page.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"

namespace stemma {

/// A page's own address and the one it declares to be the original's.
struct PageAddresses {
  std::optional<Said<std::string>> url;        ///< where the page stands, as it says itself
  std::optional<Said<std::string>> canonical;  ///< where its canonical link leads, if elsewhere
};

/// The addresses a page states (canonical link, og:url, JSON-LD), absolute and without a cache or
/// an archive around them. `known` is the address it was got from, if that is known: then `url` is
/// none. A canonical link to another outlet's site says where the report comes from and not whose
/// page it is; whose it is, is what most of the page's addresses and its site's name say. A home
/// page is the address of no report.
PageAddresses addresses_of(const html::Page& page, const Head& head, const LinkedData& data,
                           const std::optional<std::string>& known);

/// The registrable domain that most of a page's links lead to, sites that all pages link to aside.
std::string most_linked_domain(const html::Page& page);

/// The address of the page that an address in an AMP cache, a translator or a web archive shows:
/// "https://web.archive.org/web/2024/https://a.example/b" → "https://a.example/b"; any other is
/// itself.
std::string original_address(std::string_view url);

/// Whether a domain is of a service that pages of every outlet link to or are kept by.
bool is_on_every_page(std::string_view domain);

/// What is left of addresses that lead to one page: those that differ in scheme, "www.", a last
/// stroke or a fragment alone have the same.
std::string_view essence_of(std::string_view url);

}  // namespace stemma
