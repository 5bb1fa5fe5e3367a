#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "ingest/feed_reader.h"
#include "ingest/markup.h"
#include "model/written_date.h"

namespace stemma {
namespace {

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<std::string> date(std::string_view written, std::string_view place,
                                Document& document) {
  if (trim(written).empty()) return std::nullopt;
  auto read = read_written_date(written);
  if (!read) {
    document.warnings.push_back(
        fmt::format("{}: date '{}' is not RFC 822 or ISO 8601", place, collapse_space(written)));
  }
  return read;
}

}  // namespace

std::vector<std::string> names_in_by(std::string_view by) {
  std::string line = plain_line(by);
  if (starts_with_ignoring_case(line, "by ")) line.erase(0, 3);
  constexpr std::string_view kAnd = " and ";
  for (std::size_t at = line.find(kAnd); at != std::string::npos; at = line.find(kAnd)) {
    line.replace(at, kAnd.size(), ",");
  }
  std::vector<std::string> names;
  for (const std::string_view part : split(line, ',')) {
    if (const auto name = trim(part); !name.empty()) names.emplace_back(name);
  }
  return names;
}

Result<Document> feed_document(FeedItem item, std::string_view place) {
  Document document;
  document.path = place;
  document.charset = "utf-8";
  const bool has_html = !trim(item.html).empty();
  document.bytes = std::move(has_html ? item.html : item.text);
  if (trim(document.bytes).empty()) {
    return failure(Fault::empty, fmt::format("{}: the item has no text", place));
  }
  document.kind =
      has_html && has_markup(document.bytes) ? Document::Kind::html : Document::Kind::text;
  Article& given = document.given;
  given.title = unless_empty(plain_line(item.title));
  given.url = unless_empty(collapse_space(item.url));
  given.outlet = unless_empty(plain_line(item.outlet));
  given.language = unless_empty(collapse_space(item.language));
  for (const std::string& author : item.authors) {
    if (auto name = plain_line(author); !name.empty()) given.authors.push_back(std::move(name));
  }
  given.published = date(item.published, place, document);
  given.modified = date(item.modified, place, document);
  if (given.published) given.date_evidence.push_back({*given.published, "feed", false, ""});
  note_sources(given, "feed");
  return document;
}

}  // namespace stemma
