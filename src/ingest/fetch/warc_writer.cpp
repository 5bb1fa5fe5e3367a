#include "ingest/fetch/warc_writer.h"

#include <fmt/format.h>

#include <utility>

#include "base/files.h"
#include "ingest/inflate.h"

namespace stemma {
namespace {

// A version 8 UUID (RFC 9562) out of a digest of what it names.
std::string record_id(std::string_view kind, std::string_view url, std::string_view date,
                      std::string_view block) {
  std::string hex = sha256(fmt::format("{}\n{}\n{}\n{}", kind, url, date, block));
  hex[12] = '8';
  hex[16] = '8';
  return fmt::format("<urn:uuid:{}-{}-{}-{}-{}>", hex.substr(0, 8), hex.substr(8, 4),
                     hex.substr(12, 4), hex.substr(16, 4), hex.substr(20, 12));
}

std::string digest(std::string_view bytes) { return "sha256:" + sha256(bytes); }

}  // namespace

WarcWriter::WarcWriter(std::string software, bool packed)
    : software_(std::move(software)), packed_(packed) {}

std::string WarcWriter::record(std::string_view fields, std::string_view block) const {
  std::string bytes = fmt::format("WARC/1.1\r\n{}Content-Length: {}\r\n\r\n", fields, block.size());
  bytes += block;
  bytes += "\r\n\r\n";
  return packed_ ? gzip_member(bytes) : bytes;
}

std::string WarcWriter::info(std::string_view date) const {
  const std::string block =
      fmt::format("software: {}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n", software_);
  return record(fmt::format("WARC-Type: warcinfo\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n"
                            "Content-Type: application/warc-fields\r\n",
                            record_id("warcinfo", "", date, block), date),
                block);
}

std::string WarcWriter::exchange(const HttpExchange& exchange, std::string_view date) const {
  const bool unchanged = exchange.status == 304;
  const std::string_view kind = unchanged ? "revisit" : "response";
  const std::string block = exchange.head + exchange.body;
  const std::string id = record_id(kind, exchange.url, date, block);
  std::string fields =
      fmt::format("WARC-Type: {}\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\nWARC-Target-URI: {}\r\n",
                  kind, id, date, exchange.url);
  if (!exchange.address.empty()) {
    fields += fmt::format("WARC-IP-Address: {}\r\n", exchange.address);
  }
  if (unchanged) {
    fields += fmt::format(
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\n"
        "WARC-Refers-To-Target-URI: {}\r\n",
        exchange.url);
  }
  fields +=
      fmt::format("WARC-Block-Digest: {}\r\nContent-Type: application/http;msgtype=response\r\n",
                  digest(block));
  std::string records = record(fields, block);
  const std::string request_id = record_id("request", exchange.url, date, exchange.request);
  records += record(
      fmt::format(
          "WARC-Type: request\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\nWARC-Target-URI: {}\r\n"
          "WARC-Concurrent-To: {}\r\nContent-Type: application/http;msgtype=request\r\n",
          request_id, date, exchange.url, id),
      exchange.request);
  return records;
}

}  // namespace stemma
