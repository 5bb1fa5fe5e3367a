#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// One news outlet or agency that is known by name.
struct Outlet {
  std::string_view name;   ///< as it is printed: "Associated Press"
  bool is_agency = false;  ///< its reports are relayed by others
};

/// The outlet of a name, an alias ("AP", "the Times of London") or a domain ("apnews.com"), or
/// null. Case, a leading "the" and typography do not matter. The table is in outlets.cpp. O(log n).
const Outlet* known_outlet(std::string_view name_or_domain);

/// The name to print and to compare by: the known outlet's, or the text itself without a leading
/// "the" and "www.".
std::string canonical_outlet(std::string_view name_or_domain);

/// Whether an outlet's reports are relayed by others: a known agency, or one that its name calls so
/// ("… Press Agency", "… News Agency").
bool is_press_agency(std::string_view outlet);

/// Places in a text where a known outlet is named, longest match, in order, none overlapping.
/// Capitals must stand where the name has them. A leading "the" is no part of the span. O(n).
struct OutletName {
  Span span;
  const Outlet* outlet = nullptr;
  bool ambiguous = false;  ///< a short form that several outlets share: "the Times", "the Post"
  bool weak = false;       ///< also a common word, a place or a person: "Time", "Fox", "Mint"
  bool programme = false;  ///< a programme of the outlet: "Face the Nation"
};
std::vector<OutletName> find_outlet_names(std::string_view text);

/// Registrable domain of a host or URL ("https://www.bbc.co.uk/x" → "bbc.co.uk") by the public
/// suffix list; empty when there is none.
std::string registrable_domain(std::string_view url_or_host);

}  // namespace stemma
