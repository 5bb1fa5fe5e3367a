#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/html/page.h"

namespace stemma {

/// What a page's head and markup say in their own words: meta elements by their name, links by
/// their relation, headings and times of the body. One pass over the page.
struct Head {
  struct Meta {
    std::string key;  ///< property, name or itemprop, in lower case
    std::string value;
  };
  struct Time {
    std::string value;  ///< `datetime`, else the text
    std::uint32_t node = 0;
    bool is_publication = false;  ///< pubdate or itemprop="datePublished"
    bool is_modification = false;
  };
  std::vector<Meta> meta;
  std::string title;                  ///< text of <title>
  std::string canonical;              ///< <link rel="canonical">
  std::string language;               ///< lang of <html>, primary tag in lower case
  std::vector<std::string> headings;  ///< text of every h1, in order
  std::vector<Time> times;
  std::vector<std::string> author_links;  ///< text of <a rel="author"> and itemprop="author"

  /// The first value of the first of these keys that has one; empty otherwise.
  std::string_view first(std::initializer_list<std::string_view> keys) const;
};

Head read_head(const html::Page& page);

}  // namespace stemma
