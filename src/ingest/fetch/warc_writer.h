#pragma once

#include <string>
#include <string_view>

#include "ingest/fetch/http_client.h"

namespace stemma {

/// Records of a web archive (ISO 28500, WARC 1.1), each complete with its blank lines, for the
/// caller to write one after another. With `packed` each is a gzip member of its own, as the
/// standard asks. Record ids are made from what the record holds.
class WarcWriter {
 public:
  /// `software` is who writes: "stemma/0.1.0".
  WarcWriter(std::string software, bool packed);

  /// The record that opens an archive.
  std::string info(std::string_view date) const;
  /// An exchange: a `response` and its `request`; for status 304 a `revisit` (nothing changed).
  /// `date` is when it was begun: "2024-05-03T10:08:00Z".
  std::string exchange(const HttpExchange& exchange, std::string_view date) const;

 private:
  std::string record(std::string_view fields, std::string_view block) const;

  std::string software_;
  bool packed_;
};

}  // namespace stemma
