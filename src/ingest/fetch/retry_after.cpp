#include "ingest/fetch/retry_after.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "base/text.h"
#include "ingest/http_message.h"
#include "model/published.h"
#include "model/written_date.h"

namespace stemma {
namespace {

/// A longer wish is as good as this one, and fits every clock.
constexpr std::int64_t kForever = std::int64_t{100} * 365 * 24 * 3600;

std::optional<std::int64_t> seconds_in(std::string_view value, std::int64_t now) {
  if (!value.empty() && std::all_of(value.begin(), value.end(), is_ascii_digit)) {
    std::int64_t seconds = kForever;
    std::from_chars(value.data(), value.data() + value.size(), seconds);
    return seconds;
  }
  const auto date = read_written_date(value);
  const auto moment = date ? published_time(*date) : std::nullopt;
  if (!moment || !moment->has_time) return std::nullopt;
  return moment->seconds - now;
}

}  // namespace

std::optional<std::chrono::seconds> asked_pause(const HttpExchange& exchange, std::int64_t now) {
  if (exchange.status != 429 && exchange.status != 503) return std::nullopt;
  const auto response = read_response_head(exchange.head);
  if (!response) return std::nullopt;
  const auto seconds = seconds_in(trim(header(response->headers, "Retry-After")), now);
  if (!seconds || *seconds <= 0) return std::nullopt;
  return std::chrono::seconds(std::min(*seconds, kForever));
}

}  // namespace stemma
