#include "ingest/warc_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

/// Largest header block of a record.
constexpr std::size_t kMaxHeadBytes = std::size_t{64} << 10;
/// How much of a block is searched for the end of its HTTP header.
constexpr std::size_t kMaxHttpHeadBytes = std::size_t{1} << 20;
constexpr std::string_view kMark = "WARC/";
constexpr int kNotModified = 304;

std::optional<std::uint64_t> length_of(std::string_view value) {
  std::uint64_t length = 0;
  const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (code != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return length;
}

// Some crawlers write the address as `<http://…>`.
std::string target(std::string_view value) {
  if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
  return std::string(value);
}

// A site's instructions to robots are text, but no report.
bool is_for_robots(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  return url.ends_with("/robots.txt");
}

}  // namespace

WarcReader::WarcReader(Input input, std::string path, const ReadLimits& limits, Revisits* revisits)
    : input_(std::move(input)), path_(std::move(path)), limits_(limits), revisits_(revisits) {}

std::string WarcReader::place() const { return fmt::format("{}#{}", path_, number_); }

Error WarcReader::error_here(Fault fault, std::string reason) const {
  return {fault, fmt::format("{}: {}", place(), reason)};
}

// The input ended inside a record: nothing follows.
Error WarcReader::cut_short(std::uint64_t there, std::uint64_t of) {
  over_ = true;
  const std::string cause = input_.error() ? fmt::format(" ({})", input_.error()->message) : "";
  if (of == 0) {
    return error_here(Fault::malformed,
                      fmt::format("the record is cut short in its header{}", cause));
  }
  return error_here(
      Fault::malformed,
      fmt::format("the record is cut short, {} of {} bytes are there{}", there, of, cause));
}

std::optional<Result<Document>> WarcReader::next() {
  while (ready_.empty() && !over_) read_record();
  if (ready_.empty()) return std::nullopt;
  auto first = std::move(ready_.front());
  ready_.pop_front();
  return first;
}

void WarcReader::read_record() {
  const auto found = find_record();
  if (!found) ready_.emplace_back(tl::unexpected(found.error()));
  if (over_ || !found || !*found) return;
  auto record = read_head();
  if (!record) {
    ready_.emplace_back(tl::unexpected(record.error()));
    return;
  }
  auto payload = read_payload(*record);
  if (!payload) {
    ready_.emplace_back(tl::unexpected(payload.error()));
    return;
  }
  if (payload->bytes.empty()) return;
  for (auto& document : documents_of(std::move(*payload), limits_)) {
    ready_.push_back(std::move(document));
  }
}

// Goes to where the next record begins and counts it. Passes over blank lines between records
// silently, over anything else with a refusal; false at the end.
Result<bool> WarcReader::find_record() {
  std::string line;
  std::uint64_t stray = 0;
  while (!input_.peek(kMark.size()).starts_with(kMark)) {
    const std::uint64_t before = input_.position();
    if (input_.take_line(kMaxHeadBytes, line) == Input::Line::end) {
      over_ = true;
      if (!input_.error()) break;
      ++number_;
      return tl::unexpected(error_here(input_.error()->fault, input_.error()->message));
    }
    if (!trim(line).empty()) stray += input_.position() - before;
  }
  if (stray != 0 && !std::exchange(refused_head_, false)) {
    // The record whose length was wrong is the one before.
    return tl::unexpected(
        Error{Fault::malformed, fmt::format("{}#{}: {} bytes after the record that begin no record",
                                            path_, number_, stray)});
  }
  return !over_;
}

Result<WarcReader::Record> WarcReader::read_head() {
  ++number_;
  const std::string_view ahead = input_.peek(kMaxHeadBytes);
  const std::size_t end = end_of_headers(ahead);
  if (end == std::string_view::npos) {
    refused_head_ = true;
    if (ahead.size() < kMaxHeadBytes) return tl::unexpected(cut_short(ahead.size(), 0));
    input_.skip(kMark.size());
    return tl::unexpected(
        error_here(Fault::malformed,
                   fmt::format("the record's header has no end in {} bytes", kMaxHeadBytes)));
  }
  const std::vector<HeaderView> headers = headers_of(ahead.substr(0, end));
  Record record;
  record.type = to_lower(header(headers, "WARC-Type"));
  record.url = target(header(headers, "WARC-Target-URI"));
  record.date = header(headers, "WARC-Date");
  record.media = media_type(header(headers, "Content-Type"));
  record.payload_digest = header(headers, "WARC-Payload-Digest");
  if (record.type == "revisit") {
    record.revisited_url = target(header(headers, "WARC-Refers-To-Target-URI"));
    record.revisited_date = header(headers, "WARC-Refers-To-Date");
  }
  record.was_cut = !header(headers, "WARC-Truncated").empty();
  const auto length = length_of(header(headers, "Content-Length"));
  input_.skip(end);
  if (!length) {
    refused_head_ = true;
    return tl::unexpected(error_here(Fault::malformed, "the record has no Content-Length"));
  }
  record.length = *length;
  return record;
}

// What is left of the block after `head_bytes` of it were taken.
Result<std::string> WarcReader::read_block(const Record& record, std::uint64_t head_bytes) {
  std::string block;
  const std::uint64_t left = record.length - head_bytes;
  if (record.length > limits_.document_bytes) {
    input_.skip(left);
    return tl::unexpected(error_here(
        Fault::too_large,
        fmt::format("{} bytes, over the limit of {}", record.length, limits_.document_bytes)));
  }
  const std::uint64_t taken = input_.take(left, block);
  if (taken < left) return tl::unexpected(cut_short(head_bytes + taken, record.length));
  return block;
}

// The beginning of the block, as far as the head of an HTTP answer may go.
std::string_view WarcReader::http_ahead(const Record& record) {
  for (const std::size_t most : {kMaxHeadBytes, kMaxHttpHeadBytes}) {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(record.length, most));
    const std::string_view ahead = input_.peek(size);
    if (size < most || end_of_headers(ahead) != std::string_view::npos) return ahead;
  }
  return input_.peek(kMaxHttpHeadBytes);
}

// Whether the record's content is to be read; if so, `http` is the head that stands before it, if
// any, and `payload.media` what it is said to be. Revisits and what they may repeat are noted.
bool WarcReader::is_wanted(const Record& record, std::optional<HttpHead>& http, Payload& payload) {
  const bool is_revisit = record.type == "revisit";
  if (record.type == "resource" || record.type == "conversion") {
    note(record);
    payload.media = record.media;
    return is_readable(record.media) && !is_for_robots(record.url);
  }
  if (record.type != "response" && !is_revisit) return false;
  const std::string_view head = http_ahead(record);
  bool is_page = !is_for_robots(record.url), succeeded = true;
  if (const auto read = read_response_head(head)) {
    payload.media = media_type(header(read->headers, "Content-Type"));
    succeeded = read->status / 100 == 2 || (is_revisit && read->status == kNotModified);
    is_page = is_page && is_readable(payload.media);
    if (succeeded && is_page) http.emplace().bytes = head.substr(0, read->body_begin);
  }
  if (succeeded && (is_page || !is_revisit)) note(record);
  return succeeded && is_page && !is_revisit;
}

void WarcReader::note(const Record& record) {
  if (revisits_ == nullptr) return;
  if (record.type != "revisit") {
    revisits_->saw_payload(record.url, record.payload_digest);
    return;
  }
  const std::string& url = record.revisited_url.empty() ? record.url : record.revisited_url;
  revisits_->passed_over({place(), url, record.revisited_date, record.payload_digest});
}

// The record's content as it was before it was sent; no bytes when it is none to read.
Result<Payload> WarcReader::read_payload(const Record& record) {
  Payload payload;
  std::optional<HttpHead> http;
  if (!is_wanted(record, http, payload)) {
    const std::uint64_t skipped = input_.skip(record.length);
    if (skipped < record.length) return tl::unexpected(cut_short(skipped, record.length));
    return payload;
  }
  if (http) input_.skip(http->bytes.size());
  auto body = read_block(record, http ? http->bytes.size() : 0);
  if (!body) return tl::unexpected(body.error());
  payload.path = place();
  payload.url = record.url;
  payload.received = record.date;
  payload.bytes = std::move(*body);
  if (record.was_cut) {
    payload.warnings.push_back(
        fmt::format("{}: the page was cut short when it was archived", place()));
  }
  if (!http) return payload;
  http->view = *read_response_head(http->bytes);
  if (auto decoded = decode(*http, payload); !decoded) return tl::unexpected(decoded.error());
  return payload;
}

Result<void> WarcReader::decode(HttpHead& http, Payload& payload) const {
  auto body = decode_body(std::move(payload.bytes), http.view.headers, limits_);
  if (!body) return tl::unexpected(error_here(body.error().fault, body.error().message));
  payload.bytes = std::move(body->bytes);
  for (const std::string& loss : body->losses) {
    payload.warnings.push_back(fmt::format("{}: {}", place(), loss));
  }
  return {};
}

}  // namespace stemma
