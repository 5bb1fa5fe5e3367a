#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/limits.h"
#include "model/document.h"

namespace stemma {

/// Reads an XML feed: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 1.0 and 0.3. Each item becomes a
/// document with the path `feed#N`, counted from 1: its full text (`content:encoded`, `content`)
/// or, when there is only that, its teaser, with title, address, dates, authors, language, section
/// and outlet. Addresses are resolved (xml:base, the feed's home, `url`: where the feed was got).
/// Entities are not expanded; a DOCTYPE that declares some is refused. XML that ends or breaks in
/// the middle gives the items before, and a refusal. An item without text is refused by its path.
/// `charset` is what an HTTP header said.
std::vector<Result<Document>> read_feed(std::string_view bytes, std::string_view charset,
                                        std::string_view path, const ReadLimits& limits,
                                        std::string_view url = "");

}  // namespace stemma
