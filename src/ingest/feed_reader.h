#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/limits.h"
#include "model/document.h"

namespace stemma {

/// Reads an XML feed: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 1.0 and 0.3. Each item becomes a
/// document with the path `feed#N`, counted from 1: its full text (`content:encoded`, `content`)
/// or, when there is only that, its teaser, with title, address, dates, authors, language, and the
/// outlet: the item's own `source` or the feed's title. Entities are not expanded; a DOCTYPE that
/// declares some is refused. XML that ends or breaks in the middle gives the items before, and a
/// refusal. An item without text is refused by its path. `charset` is what an HTTP header said.
std::vector<Result<Document>> read_feed(std::string_view bytes, std::string_view charset,
                                        std::string_view path, const ReadLimits& limits);

/// What a feed of any kind says of one item, for `feed_document`.
struct FeedItem {
  std::string title, url, html, text, published, modified, outlet, language;
  std::vector<std::string> authors;
};

/// The names in what agencies write over a report: "By Ada Writer and Ben Reed", "A, B".
std::vector<std::string> names_in_by(std::string_view by);

/// The document of an item at `place`. A date that cannot be read is a warning.
Result<Document> feed_document(FeedItem item, std::string_view place);

}  // namespace stemma
