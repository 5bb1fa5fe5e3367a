#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/fetch/http_client.h"

namespace stemma {

/// What servers said of pages fetched before, so that they can be asked whether anything changed
/// (RFC 9110, section 13). Kept as JSON Lines: {"url", "etag", "last_modified"}; nothing else of a
/// page is kept.
class KnownPages {
 public:
  /// A file that is not there is an empty memory. Lines that do not fit are passed over.
  static Result<KnownPages> read(const std::string& file);
  Result<void> write(const std::string& file) const;

  /// The headers that ask for the page only if it changed.
  std::vector<std::string> conditions(const std::string& url) const;
  /// Remembers an answer's validators; forgets the page where it has none.
  void remember(const HttpExchange& exchange);
  void forget(const std::string& url) { pages_.erase(url); }

 private:
  struct Validators {
    std::string etag, last_modified;
  };
  std::map<std::string, Validators> pages_;
};

}  // namespace stemma
