#pragma once

#include "base/json.h"
#include "ingest/feed_item.h"

namespace stemma {

/// Whether an object is a news item in JSON (IPTC ninjs, generations 1 to 3): it names that
/// standard, or has an address and a body under the names that ninjs gives them.
bool is_ninjs(JsonView object);

/// Title, body, dates, names and provider of such an item. The body is XHTML or HTML where there is
/// one, else plain text; an item without any (a picture, an event) has no text. Generation 3 writes
/// names as `versionCreated`, 2 as `versioncreated`, 1 has one `headline` and `body_text`.
FeedItem ninjs_item(JsonView object);

}  // namespace stemma
