#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "ingest/address_list.h"
#include "ingest/fetch/http_client.h"
#include "ingest/fetch/known_pages.h"

namespace stemma {

struct FetchOptions {
  std::string user_agent;  ///< "stemma/0.1.0"; its product is looked for in robots.txt
  HttpLimits http;
  bool allow_private = false;
  std::chrono::milliseconds host_delay{1000};  ///< from one answer to the next request
  unsigned hosts_at_once = 8;
  unsigned redirects = 5;      ///< followed from one address
  std::uint64_t pages = 1000;  ///< fetched at most, sitemaps and redirects included
};

/// One answer to a request for a page, a redirect's or "304 Not Modified" too.
struct Fetched {
  HttpExchange exchange;
  std::string date;      ///< when it was asked for: "2024-05-03T10:08:00Z"
  ListedAddress listed;  ///< the address that led here, with what its list said
  bool is_list = false;  ///< a sitemap, whose addresses are fetched next
};

/// Whom a fetch tells, on the calling thread.
struct FetchObserver {
  std::function<Result<void>(const Fetched&)> fetched;  ///< an error ends the fetch
  std::function<void(const Error&)> refused = [](const Error&) {};
  std::function<void(const std::string&)> warned = [](const std::string&) {};
};

/// Fetches the pages at addresses as a polite crawler does: robots.txt of each origin first (RFC
/// 9309), one request at a time to a host with a pause after it, several hosts at once. A sitemap
/// among the answers adds the addresses it lists, an index of sitemaps those of its sitemaps. Every
/// redirect is a request like any other: checked, asked for in robots.txt, and waited for. `known`
/// makes requests conditional and learns from the answers.
class Fetcher {
 public:
  Fetcher(FetchOptions options, KnownPages& known, FetchObserver observer);
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  void add(const AddressList& list);
  /// Until nothing is left. Refusals go to the observer; the error is the observer's own.
  Result<void> run();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stemma
