#include "ingest/payload.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "ingest/feed_reader.h"
#include "ingest/json_reader.h"
#include "ingest/newsml_reader.h"
#include "ingest/pdf_reader.h"
#include "ingest/sniff.h"

namespace stemma {
namespace {

constexpr std::string_view kReadableTypes[] = {
    "",
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "application/nitf+xml",
    "application/pdf",
    "application/vnd.iptc.g2.newsitem+xml",
    "application/vnd.iptc.g2.newsmessage+xml",
};

bool is_html(const MediaType& media) {
  return media.type == "text/html" || media.type == "application/xhtml+xml";
}

void name_address(const Payload& payload, Document& document) {
  if (payload.url.empty()) return;
  document.given.url = repair_utf8(payload.url);
  document.given.sources.url = "archive";
}

Document page(Payload payload, Document::Kind kind) {
  Document document;
  document.kind = kind;
  document.path = std::move(payload.path);
  document.bytes = std::move(payload.bytes);
  document.charset = std::move(payload.media.charset);
  document.warnings = std::move(payload.warnings);
  name_address(payload, document);
  return document;
}

std::vector<Result<Document>> one(Result<Document> document) {
  std::vector<Result<Document>> documents;
  documents.push_back(std::move(document));
  return documents;
}

Result<Document> pdf(Payload payload) {
  auto document = read_pdf(payload.bytes, payload.path);
  if (!document) return document;
  document->warnings = std::move(payload.warnings);
  name_address(payload, *document);
  return document;
}

}  // namespace

bool is_readable(const MediaType& media) {
  return std::find(std::begin(kReadableTypes), std::end(kReadableTypes), media.type) !=
         std::end(kReadableTypes);
}

std::vector<Result<Document>> documents_of(Payload payload, const ReadLimits& limits) {
  switch (sniff(std::string_view(payload.bytes).substr(0, kSniffBytes), "").format) {
    case Format::html:
      return one(page(std::move(payload), Document::Kind::html));
    case Format::text:
      // What a server calls a page is read as one, even without a tag in sight.
      return one(page(std::move(payload),
                      is_html(payload.media) ? Document::Kind::html : Document::Kind::text));
    case Format::feed:
      return read_feed(payload.bytes, payload.media.charset, payload.path, limits);
    case Format::newsml:
      return read_newsml(payload.bytes, payload.media.charset, payload.path, limits);
    case Format::json:
      return read_json_feed(payload.bytes, payload.path);
    case Format::pdf:
      return one(pdf(std::move(payload)));
    default:
      return {};
  }
}

}  // namespace stemma
