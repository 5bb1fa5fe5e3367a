#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/html/page.h"
#include "extract/metadata/said.h"

namespace stemma {

/// What a page's `<meta>`, `<link>` and `<title>` elements say of it: raw
/// values in document order, still to be weighed.
struct Head {
  std::string language;   ///< of <html lang>
  std::string title;      ///< <title>
  std::string canonical;  ///< where the canonical link leads, as written
  std::string base;       ///< of <base href>, as written
  std::vector<std::pair<std::string, std::string>> meta;  ///< lower-case name, content
  /// Lower-case rel and address, as written, of the links to the page in another form: another
  /// language's, for telephones, a feed, its short address, the system's own.
  std::vector<std::pair<std::string, std::string>> forms;

  /// Content of the first meta element of any of the names, in the order of the names.
  std::string_view first(std::initializer_list<std::string_view> names) const;

  /// The same, with the name of the element: "meta og:title". Empty where there is none.
  Said<std::string_view> first_said(std::initializer_list<std::string_view> names) const;
};

Head head_of(const html::Page& page);

}  // namespace stemma
