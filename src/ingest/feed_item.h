#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"

namespace stemma {

/// What a feed of any kind says of one item, for `feed_document`. Texts as written, markup and all.
struct FeedItem {
  std::string title, url, html, text, published, modified, language, section;
  std::string outlet;       ///< a name or a registrable domain
  std::string outlet_name;  ///< as it is printed, where `outlet` is a domain
  std::vector<std::string> authors;
  std::string source, source_url;  ///< whom an item of an aggregator names, and that one's address
  bool is_summary = false;         ///< the feed has no more of it than a teaser may be
  std::string status;              ///< of an agency's item: "usable", "withheld", "canceled"
  bool is_embargoed = false;       ///< not to be published before `embargo`
  std::string embargo;             ///< empty: until further notice
  std::vector<std::string> warnings;  ///< for the caller's place to be put before
};

/// Who publishes a feed.
struct FeedOwner {
  std::string title;
  std::string home;  ///< address of its pages, absolute; empty where the feed names none
};

/// Gives each item its outlet: the registrable domain of the feed's home, as pages have it, with
/// the feed's title for its name. An item that names its own source has that. Of an aggregator,
/// most of whose items lie on several other domains, each item has the domain of its address.
void name_outlets(const FeedOwner& owner, std::vector<FeedItem>& items);

/// The document of an item at `place`. An item whose provider withholds or has cancelled it, or
/// embargoes it without an end, is refused; an embargo with an end is a warning. A date that cannot
/// be read is a warning. A summary that is short, or says itself that more follows ("…", "Read
/// more"), is marked as partial.
Result<Document> feed_document(FeedItem item, std::string_view place);

/// The warning about a link that `absolute_address` cannot complete.
std::string incomplete_link(std::string_view written);

/// The authors that agencies and feeds name in one value, read as in a page (`names_in_field`).
/// Markup is read as text. What is no list of persons stays one: "Trade and Industry Desk".
std::vector<std::string> authors_named_in(std::string_view by);

}  // namespace stemma
