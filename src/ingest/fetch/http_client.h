#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace stemma {

/// What one exchange may take.
struct HttpLimits {
  std::uint64_t body_bytes = std::uint64_t{32} << 20;  ///< as it comes over the wire
  std::uint64_t head_bytes = std::uint64_t{256} << 10;
  std::chrono::milliseconds time{30'000};
  std::chrono::milliseconds connect_time{10'000};
};

struct HttpRequest {
  std::uint64_t id = 0;  ///< comes back with the answer
  std::string url;
  std::vector<std::string> headers;  ///< "Name: value"
};

/// One request and its answer, as they went over the wire.
struct HttpExchange {
  std::uint64_t id = 0;
  std::string url;
  std::string request;  ///< the request's head
  std::string head;     ///< the answer's status line and headers, with the blank line
  std::string body;     ///< in its transfer and content encodings
  int status = 0;
  std::string address;         ///< of the machine that answered: "192.0.2.1"
  std::optional<Error> error;  ///< why there is no whole answer; the message is the reason only
};

/// Gets pages over HTTP/1.1, several at a time, on the calling thread: the seam to libcurl. Sends
/// GET requests only, follows no redirect, keeps no cookies, sends no credentials, uses no proxy
/// and checks certificates. Unless `allow_private`, it connects to public addresses alone: what a
/// name resolves to is checked as the connection is made, so that no answer of a name server gets
/// round it.
class HttpClient {
 public:
  HttpClient(HttpLimits limits, bool allow_private);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  void start(HttpRequest request);
  std::size_t running() const;
  /// Waits until an exchange is over, or for that long; gives those that are, in no set order.
  std::vector<HttpExchange> wait(std::chrono::milliseconds at_most);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stemma
