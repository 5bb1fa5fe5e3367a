#include "ingest/http_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "ingest/inflate.h"
#include "ingest/input.h"

namespace stemma {
namespace {

/// More encodings on one body are not undone.
constexpr std::size_t kMaxCodings = 4;

// The size of a chunk from its line; an extension after a semicolon is passed over.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
  line = trim(line.substr(0, line.find(';')));
  std::uint64_t size = 0;
  const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (code != std::errc() || end != line.data() + line.size()) return std::nullopt;
  return size;
}

// False when the body is not chunked at all.
bool join_chunks(std::string_view body, DecodedBody& into) {
  std::string joined;
  for (bool first = true;; first = false) {
    const std::size_t line_end = body.find('\n');
    const auto size = chunk_size(body.substr(0, line_end));
    if (!size || line_end == std::string_view::npos) {
      if (first) return false;
      into.losses.push_back("the chunked body ends early");
      break;
    }
    if (*size == 0) break;
    body.remove_prefix(line_end + 1);
    const std::string_view chunk = body.substr(0, *size);
    joined.append(chunk);
    body.remove_prefix(chunk.size());
    if (chunk.size() < *size) {
      into.losses.push_back("the chunked body ends early");
      break;
    }
    body.remove_prefix(
        std::min(body.size(), body.starts_with("\r\n") ? std::size_t{2} : std::size_t{1}));
  }
  into.bytes = std::move(joined);
  return true;
}

std::optional<Coding> coding_named(std::string_view name) {
  if (equal_ignoring_case(name, "gzip") || equal_ignoring_case(name, "x-gzip")) return Coding::gzip;
  if (equal_ignoring_case(name, "deflate")) return Coding::deflate;
  if (equal_ignoring_case(name, "br")) return Coding::brotli;
  if (equal_ignoring_case(name, "zstd")) return Coding::zstd;
  return std::nullopt;
}

// Undoes one encoding in place. A body that does not begin as its header says, or of which nothing
// can be unpacked, was stored unpacked.
Result<void> unpack(Coding coding, const ReadLimits& limits, DecodedBody& body) {
  const bool marked = coding == Coding::gzip || coding == Coding::zstd;
  if (marked && !begins_as(body.bytes, coding)) return {};
  Input input(inflate(view_bytes(body.bytes), coding, limits));
  std::string unpacked;
  const auto whole = take_all(input, limits.document_bytes, unpacked);
  if (!whole && whole.error().fault == Fault::too_large) return tl::unexpected(whole.error());
  const bool stored_unpacked = unpacked.empty() || (!marked && trim(body.bytes).starts_with('<'));
  if (!whole && stored_unpacked) return {};
  if (!whole) body.losses.push_back(whole.error().message);
  body.bytes = std::move(unpacked);
  return {};
}

}  // namespace

std::vector<HeaderView> headers_of(std::string_view lines) {
  std::vector<HeaderView> headers;
  while (!lines.empty()) {
    std::size_t end = lines.find('\n');
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    if (!line.empty() && (line[0] == ' ' || line[0] == '\t') && !headers.empty()) {
      HeaderView& last = headers.back();
      const char* begin = last.value.empty() ? line.data() : last.value.data();
      last.value = trim(
          std::string_view(begin, static_cast<std::size_t>(line.data() + line.size() - begin)));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    headers.push_back({trim(line.substr(0, colon)), trim(line.substr(colon + 1))});
  }
  return headers;
}

std::string_view header(const std::vector<HeaderView>& headers, std::string_view name) {
  for (const HeaderView& each : headers) {
    if (equal_ignoring_case(each.name, name)) return each.value;
  }
  return {};
}

std::string parameter(std::string_view value, std::string_view name) {
  for (std::string_view part : split(value, ';')) {
    part = trim(part);
    if (!starts_with_ignoring_case(part, name)) continue;
    part = trim(part.substr(name.size()));
    if (!part.starts_with('=')) continue;
    part = trim(part.substr(1));
    const char quote = !part.empty() && (part[0] == '"' || part[0] == '\'') ? part[0] : '\0';
    if (quote != '\0') part = part.substr(1, part.find(quote, 1) - 1);
    return std::string(part);
  }
  return {};
}

MediaType media_type(std::string_view content_type) {
  MediaType media;
  media.type = ascii_lower(trim(content_type.substr(0, content_type.find_first_of(";, "))));
  media.charset = parameter(content_type, "charset");
  return media;
}

std::size_t end_of_headers(std::string_view message) {
  std::size_t at = 0;
  while (at < message.size()) {
    const std::size_t end = message.find('\n', at);
    if (end == std::string_view::npos) return std::string_view::npos;
    if (end == at || (end == at + 1 && message[at] == '\r')) return end + 1;
    at = end + 1;
  }
  return std::string_view::npos;
}

std::optional<HttpResponseView> read_response_head(std::string_view message) {
  if (!message.starts_with("HTTP/")) return std::nullopt;
  HttpResponseView response;
  const std::size_t end = end_of_headers(message);
  response.body_begin = end == std::string_view::npos ? message.size() : end;
  const std::string_view head = message.substr(0, response.body_begin);
  const std::size_t line_end = std::min(head.find('\n'), head.size());
  const std::string_view line = head.substr(0, line_end);
  const std::size_t blank = std::min(line.find(' '), line.size());
  const std::string_view status = trim(line.substr(blank)).substr(0, 3);
  std::from_chars(status.data(), status.data() + status.size(), response.status);
  response.headers = headers_of(head.substr(std::min(line_end + 1, head.size())));
  return response;
}

Result<DecodedBody> decode_body(std::string body, const std::vector<HeaderView>& headers,
                                const ReadLimits& limits) {
  DecodedBody decoded;
  std::vector<std::string_view> codings = split(header(headers, "Content-Encoding"), ',');
  bool chunked = false;
  for (const std::string_view coding : split(header(headers, "Transfer-Encoding"), ',')) {
    if (equal_ignoring_case(trim(coding), "chunked")) {
      chunked = true;
    } else {
      codings.push_back(coding);
    }
  }
  if (!chunked || !join_chunks(body, decoded)) decoded.bytes = std::move(body);
  if (codings.size() > kMaxCodings) {
    return failure(Fault::unsupported, fmt::format("packed more than {} times", kMaxCodings));
  }
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    const auto known = coding_named(trim(*coding));
    if (!known) continue;
    if (auto done = unpack(*known, limits, decoded); !done) return tl::unexpected(done.error());
  }
  return decoded;
}

}  // namespace stemma
