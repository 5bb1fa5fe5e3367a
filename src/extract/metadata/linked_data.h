#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/html/page.h"

namespace stemma {

/// What a page's JSON-LD (schema.org) says of its article. Every field may be empty; entities are
/// decoded, values otherwise as written.
struct LinkedData {
  std::string type;  ///< "NewsArticle"
  std::string headline;
  std::string description;
  std::string body;
  std::string published;
  std::string modified;
  bool is_of_media = false;  ///< all of it is said of a video or sound on the page
  std::string section;
  std::string url;
  std::string language;
  std::string publisher;
  std::string publisher_url;
  std::vector<std::string> authors;       ///< of the first object that has any
  std::vector<std::string> more_authors;  ///< of the next
  std::optional<bool> is_free;            ///< isAccessibleForFree
  /// Of a live blog.
  struct Post {
    std::string published, headline, body;
  };
  std::vector<Post> posts;
};

/// The article the page's scripts describe, completed from its page and site objects: of several
/// the first, or the one that has the page's address or headline, where another has not. Broken
/// JSON is read where the break is a common one (raw line breaks, comments around it, commas too
/// many); of what is broken otherwise dates, headline and author are looked for by their keys.
/// Depth and number of objects are bounded.
LinkedData linked_data_of(const html::Page& page);

/// A Boolean of schema.org as text: "True", "http://schema.org/False", "yes", "0"; nothing for all
/// else.
std::optional<bool> truth_of(std::string_view text);

/// HTML character references decoded, tags removed.
std::string plain_of(std::string_view text);

}  // namespace stemma
