#include "ingest/fetch/known_pages.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/http_message.h"

namespace stemma {
namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{1} << 30;
constexpr std::size_t kMaxValidatorBytes = 1024;

// What may go back into a header line.
bool is_header_value(std::string_view text) {
  return !text.empty() && text.size() <= kMaxValidatorBytes && is_valid_utf8(text) &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string value_or_none(std::string_view text) {
  return is_header_value(text) ? std::string(text) : std::string();
}

}  // namespace

Result<KnownPages> KnownPages::read(const std::string& file) {
  KnownPages known;
  std::error_code code;
  if (!std::filesystem::exists(file, code)) return known;
  const auto text = read_file(file, kMaxFileBytes);
  if (!text) return tl::unexpected(text.error());
  for (const std::string_view line : split(*text, '\n')) {
    const auto json = Json::parse(line);
    if (!json) continue;
    const JsonView page = json->root();
    const auto url = page["url"].text();
    if (!url) continue;
    known.pages_[std::string(*url)] = {value_or_none(page["etag"].text().value_or("")),
                                       value_or_none(page["last_modified"].text().value_or(""))};
  }
  return known;
}

Result<void> KnownPages::write(const std::string& file) const {
  std::string text;
  for (const auto& [url, validators] : pages_) {
    JsonWriter writer;
    const JsonWriter::Value page = writer.object();
    writer.set(page, "url", url);
    if (!validators.etag.empty()) writer.set(page, "etag", validators.etag);
    if (!validators.last_modified.empty()) {
      writer.set(page, "last_modified", validators.last_modified);
    }
    text += writer.write(page) + "\n";
  }
  return write_file(file, text);
}

std::vector<std::string> KnownPages::conditions(const std::string& url) const {
  std::vector<std::string> headers;
  const auto known = pages_.find(url);
  if (known == pages_.end()) return headers;
  const Validators& validators = known->second;
  if (!validators.etag.empty()) headers.push_back("If-None-Match: " + validators.etag);
  if (!validators.last_modified.empty()) {
    headers.push_back("If-Modified-Since: " + validators.last_modified);
  }
  return headers;
}

void KnownPages::remember(const HttpExchange& exchange) {
  const auto response = read_response_head(exchange.head);
  Validators validators;
  if (response) {
    validators.etag = value_or_none(header(response->headers, "ETag"));
    validators.last_modified = value_or_none(header(response->headers, "Last-Modified"));
  }
  if (validators.etag.empty() && validators.last_modified.empty()) {
    pages_.erase(exchange.url);
  } else {
    pages_[exchange.url] = std::move(validators);
  }
}

}  // namespace stemma
