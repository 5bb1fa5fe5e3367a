#include "ingest/payload.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/encoding.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/address_list.h"
#include "ingest/byte_source.h"
#include "ingest/feed_reader.h"
#include "ingest/input.h"
#include "ingest/json_reader.h"
#include "ingest/mail_reader.h"
#include "ingest/newsml_reader.h"
#include "ingest/pdf_reader.h"

namespace stemma {
namespace {

using Documents = std::vector<Result<Document>>;

constexpr std::string_view kReadableTypes[] = {
    "",
    "text/html",
    "text/plain",
    "text/markdown",
    "text/x-markdown",
    "text/xml",
    "application/xml",
    "application/json",
    "application/jsonl",
    "application/x-ndjson",
    "application/pdf",
    "message/rfc822",
    // What a server that does not know says.
    "application/octet-stream",
    "binary/octet-stream",
};

// A family of types that name their syntax ("application/rss+xml"), without its members that are
// no text.
bool names_readable_syntax(std::string_view type) {
  return (type.ends_with("+xml") || type.ends_with("+json")) && !type.starts_with("image/") &&
         type != "application/ld+json" && type != "application/manifest+json";
}

bool is_html(const MediaType& media) {
  return media.type == "text/html" || media.type == "application/xhtml+xml";
}

bool is_untyped(const MediaType& media) {
  return media.type == "application/octet-stream" || media.type == "binary/octet-stream";
}

bool is_lines_of_json(const MediaType& media) {
  return media.type == "application/jsonl" || media.type == "application/x-ndjson";
}

bool has_several_lines(std::string_view bytes) {
  return trim(bytes).find('\n') != std::string_view::npos;
}

Documents one(Result<Document> document) {
  Documents documents;
  documents.push_back(std::move(document));
  return documents;
}

Documents refused(const Payload& payload, Fault fault, std::string_view reason) {
  return one(failure(fault, fmt::format("{}: {}", payload.path, reason)));
}

Document page(Payload& payload, Document::Kind kind) {
  Document document;
  document.kind = kind;
  document.path = payload.path;
  document.bytes = std::move(payload.bytes);
  document.charset = payload.media.charset;
  return document;
}

// Addresses are no reports: say what they are for.
Documents addresses(const Payload& payload, std::string_view what,
                    const Result<AddressList>& list) {
  if (!list) return refused(payload, list.error().fault, list.error().message);
  return refused(payload, Fault::unsupported,
                 fmt::format("{} of {} addresses without text; `stemma fetch` gets what they name",
                             what, list->addresses.size()));
}

Documents json_lines(const Payload& payload, const ReadLimits& limits) {
  std::string text = decode_text(payload.bytes, payload.media.charset, false).text;
  JsonLinesReader reader(Input(own_bytes(std::move(text))), payload.path, limits);
  Documents documents;
  while (auto document = reader.next()) documents.push_back(std::move(*document));
  return documents;
}

// What the payload's container says of it goes to a document that is the payload itself.
void note_container(const Payload& payload, Documents& documents) {
  if (documents.size() != 1 || !documents.front()) return;
  Document& document = *documents.front();
  document.warnings.insert(document.warnings.begin(), payload.warnings.begin(),
                           payload.warnings.end());
  if (document.path != payload.path || document.kind == Document::Kind::article) return;
  document.received = payload.received;
  if (document.given.url || payload.url.empty()) return;
  document.given.url = repair_utf8(payload.url);
  document.given.sources.url = "archive";
}

Documents read(Format format, Payload& payload, const ReadLimits& limits) {
  const std::string_view bytes = payload.bytes;
  const std::string& charset = payload.media.charset;
  switch (format) {
    case Format::html:
      return one(page(payload, Document::Kind::html));
    case Format::text:
      // What a server calls a page is read as one, even without a tag in sight.
      return one(
          page(payload, is_html(payload.media) ? Document::Kind::html : Document::Kind::text));
    case Format::feed:
      return read_feed(bytes, charset, payload.path, limits, payload.url);
    case Format::newsml:
      return read_newsml(bytes, charset, payload.path, limits);
    case Format::json:
      return read_json(bytes, payload.path);
    case Format::json_lines:
      return json_lines(payload, limits);
    case Format::mail:
      return read_mail(bytes, payload.path);
    case Format::pdf:
      return one(read_pdf(bytes, payload.path));
    case Format::sitemap:
      return addresses(payload, "a sitemap", read_sitemap(bytes, charset, limits));
    case Format::addresses:
      return addresses(payload, "a list",
                       read_address_lines(decode_text(bytes, charset, false).text));
    case Format::empty:
      return refused(payload, Fault::empty, "empty");
    default:
      return refused(payload, Fault::unsupported, "a kind of data that is not read here");
  }
}

// What an archive holds beside its reports: what the pages of the web load, and lists of them.
Documents read_in_passing(const Sniffed& is, Payload& payload, const ReadLimits& limits) {
  switch (is.format) {
    case Format::text:
      if (is_untyped(payload.media)) return {};
      break;
    case Format::json:
      return read_press_json(payload.bytes, payload.path);
    case Format::json_lines:
      if (!has_several_lines(payload.bytes)) return read_press_json(payload.bytes, payload.path);
      if (!is_lines_of_json(payload.media)) return {};
      break;
    case Format::html:
    case Format::feed:
    case Format::newsml:
    case Format::mail:
    case Format::pdf:
      break;
    default:
      return {};
  }
  return read(is.format, payload, limits);
}

Documents read_asked_for(const Sniffed& is, Payload& payload, const ReadLimits& limits) {
  const auto not_read = [&](std::string_view what) {
    return refused(payload, Fault::unsupported, fmt::format("{}, which is not read", what));
  };
  switch (is.format) {
    case Format::unsupported:
    case Format::zip:
    case Format::warc:
    case Format::gzip:
    case Format::zstd:
      return not_read(is.what);
    case Format::text:
      // A style sheet or a script is text too; its server knows.
      if (!is_readable(payload.media)) return not_read(repair_utf8(payload.media.type));
      break;
    case Format::json_lines:
      if (!has_several_lines(payload.bytes)) return read(Format::json, payload, limits);
      break;
    default:
      break;
  }
  return read(is.format, payload, limits);
}

}  // namespace

bool is_readable(const MediaType& media) {
  return std::find(std::begin(kReadableTypes), std::end(kReadableTypes), media.type) !=
             std::end(kReadableTypes) ||
         names_readable_syntax(media.type);
}

Documents documents_as(Format format, Payload payload, const ReadLimits& limits) {
  Documents documents = read(format, payload, limits);
  note_container(payload, documents);
  return documents;
}

Documents documents_of(Payload payload, const ReadLimits& limits) {
  const Sniffed is = sniff(std::string_view(payload.bytes).substr(0, kSniffBytes), "");
  Documents documents = payload.is_asked_for ? read_asked_for(is, payload, limits)
                                             : read_in_passing(is, payload, limits);
  note_container(payload, documents);
  return documents;
}

}  // namespace stemma
