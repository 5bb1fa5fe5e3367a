#include "extract/metadata/outlet.h"

#include <algorithm>
#include <array>

#include "base/address.h"
#include "base/text.h"
#include "extract/body/blocks.h"
#include "extract/metadata/address.h"
#include "model/outlets.h"

namespace stemma {
namespace {

// What is asked for a domain.
struct Asked {
  const html::Page& page;
  const Head& head;
  const LinkedData& data;
  const std::optional<std::string>& url;
};
using Domain = Said<std::string>;

Domain of_address(std::string_view address, std::string source) {
  return {registrable_domain(original_address(address)), std::move(source)};
}

Domain by_address(const Asked& asked) { return of_address(asked.url.value_or(""), "url"); }

// The addresses of a page that has none of its own are another's.
Domain by_meta_address(const Asked& asked) {
  return asked.url ? of_address(asked.head.first({"og:url"}), "meta og:url") : Domain{};
}
Domain by_linked_data(const Asked& asked) {
  return asked.url ? of_address(asked.data.url, "json-ld") : Domain{};
}

// Where a page's relative addresses begin; a store of its pictures and scripts says nothing.
Domain by_base(const Asked& asked) {
  const std::string host = host_of(asked.head.base);
  for (const std::string_view store : {"cdn", "static", "assets", "media", "img"}) {
    if (host.starts_with(store)) return {};
  }
  return of_address(asked.head.base, "base");
}

// The same page in another form.
Domain by_forms(const Asked& asked) {
  for (const std::string_view rel : {"shortlink", "amphtml", "https://api.w.org/", "alternate"}) {
    for (const auto& [its, address] : asked.head.forms) {
      Domain domain = its == rel ? of_address(address, "link " + its) : Domain{};
      if (!domain.value.empty() && !is_on_every_page(domain.value)) return domain;
    }
  }
  const auto [address, source] = asked.head.first_said({"al:web:url", "msapplication-starturl"});
  if (Domain domain = of_address(address, source); !domain.value.empty()) return domain;
  const auto [host, its] = asked.head.first_said({"twitter:domain"});
  return {registrable_domain(host), its};
}

Domain by_links(const Asked& asked) { return {most_linked_domain(asked.page), "links"}; }

Domain by_publisher(const Asked& asked) {
  return {registrable_domain(host_of(asked.data.publisher_url)), "json-ld"};
}

// A name without a year, a sign or an address: "© 2024 Norrhavn Courier" is none.
bool is_plain_name(std::string_view name) {
  constexpr std::size_t kLongest = 60;
  return name.size() <= kLongest && std::none_of(name.begin(), name.end(), is_ascii_digit) &&
         name.find("://") == std::string_view::npos && name.find("©") == std::string_view::npos;
}

}  // namespace

std::optional<Said<std::string>> outlet_of(const html::Page& page, const Head& head,
                                           const LinkedData& data,
                                           const std::optional<std::string>& url) {
  // The best first.
  constexpr std::array kWitnesses{by_address, by_meta_address, by_linked_data, by_base,
                                  by_forms,   by_links,        by_publisher};
  const Asked asked{page, head, data, url};
  for (const auto witness : kWitnesses) {
    Domain domain = witness(asked);
    if (!domain.value.empty() && !is_on_every_page(domain.value)) return domain;
  }
  if (auto name = outlet_name_of(head, data)) return name;
  for (const std::string_view field :
       {"application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright"}) {
    const auto [name, source] = head.first_said({field});
    std::string line = as_line(name);
    if (!line.empty() && is_plain_name(line)) return Said{std::move(line), source};
  }
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
