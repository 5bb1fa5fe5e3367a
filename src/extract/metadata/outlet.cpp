#include "extract/metadata/outlet.h"

#include "base/address.h"
#include "extract/body/blocks.h"
#include "extract/metadata/address.h"
#include "model/outlets.h"

namespace stemma {
std::optional<Said<std::string>> outlet_of(const html::Page& page, const Head& head,
                                           const LinkedData& data,
                                           const std::optional<std::string>& url) {
  constexpr int kWitnesses = 5;
  for (int witness = 0; witness < kWitnesses; ++witness) {
    // The addresses of a page that has none of its own are another's.
    if (!url && (witness == 1 || witness == 2)) continue;
    Said<std::string> domain =
        witness == 0 ? Said{registrable_domain(original_address(url.value_or(""))), "url"}
        : witness == 1
            ? Said{registrable_domain(original_address(head.first({"og:url"}))), "meta og:url"}
        : witness == 2 ? Said{registrable_domain(original_address(data.url)), "json-ld"}
        : witness == 3 ? Said{most_linked_domain(page), "links"}
                       : Said{registrable_domain(host_of(data.publisher_url)), "json-ld"};
    if (!domain.value.empty() && !is_on_every_page(domain.value)) return domain;
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
