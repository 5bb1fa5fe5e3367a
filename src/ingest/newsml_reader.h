#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/limits.h"
#include "model/document.h"

namespace stemma {

/// Reads text out of NewsML-G2 (IPTC; a `newsItem`, or a `newsMessage` that carries several) and of
/// NITF standing alone or inside one. Of several items each is `message#N`, counted from 1. An item
/// without text (a picture, a package) is refused by name, and so is one whose provider withholds
/// or has cancelled it. `charset` is what an HTTP header said. Entities are not expanded.
std::vector<Result<Document>> read_newsml(std::string_view bytes, std::string_view charset,
                                          std::string_view path, const ReadLimits& limits);

}  // namespace stemma
