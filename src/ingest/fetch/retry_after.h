#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "ingest/fetch/http_client.h"

namespace stemma {

/// The pause that a server asks for (RFC 9110, section 10.2.3): `Retry-After` of an answer with
/// status 429 or 503, in seconds or as a date. `now` is in seconds since 1970-01-01 UTC. Nothing
/// when it asks for none, or for a moment that is past.
std::optional<std::chrono::seconds> asked_pause(const HttpExchange& exchange, std::int64_t now);

}  // namespace stemma
