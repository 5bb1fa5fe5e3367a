#include "ingest/fetch/http_client.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <new>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "ingest/fetch/public_address.h"

namespace stemma {
namespace {

constexpr long kMaxConnections = 64;

struct FreeEasy {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeMulti {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// One exchange while it runs; libcurl's callbacks write into it.
struct Transfer {
  HttpExchange exchange;
  HttpLimits limits;
  bool allow_private = false;
  std::string refused_address;  // where the name led to
  std::string too_large;        // which part
  std::unique_ptr<CURL, FreeEasy> handle;
  std::unique_ptr<curl_slist, FreeList> headers;
};

std::size_t on_body(char* bytes, std::size_t, std::size_t size, void* data) {
  auto& transfer = *static_cast<Transfer*>(data);
  if (transfer.exchange.body.size() + size > transfer.limits.body_bytes) {
    transfer.too_large = fmt::format("the answer is over {} bytes", transfer.limits.body_bytes);
    return 0;
  }
  transfer.exchange.body.append(bytes, size);
  return size;
}

std::size_t on_head(char* bytes, std::size_t, std::size_t size, void* data) {
  auto& transfer = *static_cast<Transfer*>(data);
  std::string& head = transfer.exchange.head;
  // What came before the last status line was provisional (1xx); after the body come trailers.
  if (std::string_view(bytes, size).starts_with("HTTP/")) head.clear();
  if (!transfer.exchange.body.empty()) return size;
  if (head.size() + size > transfer.limits.head_bytes) {
    transfer.too_large = fmt::format("the headers are over {} bytes", transfer.limits.head_bytes);
    return 0;
  }
  head.append(bytes, size);
  return size;
}

int on_wire(CURL*, curl_infotype what, char* bytes, std::size_t size, void* data) {
  if (what == CURLINFO_HEADER_OUT) {
    static_cast<Transfer*>(data)->exchange.request.append(bytes, size);
  }
  return 0;
}

curl_socket_t on_connect(void* data, curlsocktype, curl_sockaddr* to) {
  auto& transfer = *static_cast<Transfer*>(data);
  if (!transfer.allow_private && !is_public_address(to->addr)) {
    transfer.refused_address = written(to->addr);
    return CURL_SOCKET_BAD;
  }
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

template <class T>
void set(Transfer& transfer, CURLoption option, T value) {
  // Options of this list are known to the library that was compiled against.
  (void)curl_easy_setopt(transfer.handle.get(), option, value);
}

void prepare(Transfer& transfer, const HttpRequest& request) {
  for (const std::string& each : request.headers) {
    curl_slist* list = transfer.headers.release();
    curl_slist* longer = curl_slist_append(list, each.c_str());
    transfer.headers.reset(longer != nullptr ? longer : list);
    if (longer == nullptr) throw std::bad_alloc();
  }
  set(transfer, CURLOPT_URL, request.url.c_str());
  set(transfer, CURLOPT_HTTPHEADER, transfer.headers.get());
  set(transfer, CURLOPT_HTTPGET, 1L);
  set(transfer, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
  set(transfer, CURLOPT_PROTOCOLS_STR, "http,https");
  set(transfer, CURLOPT_FOLLOWLOCATION, 0L);
  set(transfer, CURLOPT_PROXY, "");
  set(transfer, CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
  set(transfer, CURLOPT_NOSIGNAL, 1L);
  set(transfer, CURLOPT_TIMEOUT_MS, static_cast<long>(transfer.limits.time.count()));
  set(transfer, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(transfer.limits.connect_time.count()));
  // The body is kept as it came: an archive holds what was sent.
  set(transfer, CURLOPT_HTTP_TRANSFER_DECODING, 0L);
  set(transfer, CURLOPT_HTTP_CONTENT_DECODING, 0L);
  set(transfer, CURLOPT_WRITEFUNCTION, &on_body);
  set(transfer, CURLOPT_WRITEDATA, &transfer);
  set(transfer, CURLOPT_HEADERFUNCTION, &on_head);
  set(transfer, CURLOPT_HEADERDATA, &transfer);
  set(transfer, CURLOPT_OPENSOCKETFUNCTION, &on_connect);
  set(transfer, CURLOPT_OPENSOCKETDATA, &transfer);
  set(transfer, CURLOPT_VERBOSE, 1L);
  set(transfer, CURLOPT_DEBUGFUNCTION, &on_wire);
  set(transfer, CURLOPT_DEBUGDATA, &transfer);
}

std::optional<Error> error_of(const Transfer& transfer, CURLcode code) {
  if (!transfer.too_large.empty()) return Error{Fault::too_large, transfer.too_large};
  if (code == CURLE_OK) return std::nullopt;
  if (!transfer.refused_address.empty()) {
    return Error{Fault::unreadable, fmt::format("its host is at {}, which is no public address",
                                                transfer.refused_address)};
  }
  if (code == CURLE_OPERATION_TIMEDOUT) {
    return Error{Fault::too_large,
                 fmt::format("no whole answer within {} ms", transfer.limits.time.count())};
  }
  return Error{Fault::unreadable, repair_utf8(curl_easy_strerror(code))};
}

void start_library() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

}  // namespace

struct HttpClient::State {
  HttpLimits limits;
  bool allow_private = false;
  // Before the handle that knows of them, so that they go after it.
  std::map<CURL*, std::unique_ptr<Transfer>> transfers;
  std::unique_ptr<CURLM, FreeMulti> handle;
};

HttpClient::HttpClient(HttpLimits limits, bool allow_private) : state_(std::make_unique<State>()) {
  start_library();
  state_->limits = limits;
  state_->allow_private = allow_private;
  state_->handle.reset(curl_multi_init());
  if (!state_->handle) throw std::bad_alloc();
  curl_multi_setopt(state_->handle.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, kMaxConnections);
}

HttpClient::~HttpClient() {
  for (const auto& [easy, transfer] : state_->transfers) {
    curl_multi_remove_handle(state_->handle.get(), easy);
  }
}

void HttpClient::start(HttpRequest request) {
  auto transfer = std::make_unique<Transfer>();
  transfer->handle.reset(curl_easy_init());
  if (!transfer->handle) throw std::bad_alloc();
  transfer->limits = state_->limits;
  transfer->allow_private = state_->allow_private;
  transfer->exchange.id = request.id;
  prepare(*transfer, request);
  transfer->exchange.url = std::move(request.url);
  CURL* easy = transfer->handle.get();
  state_->transfers.emplace(easy, std::move(transfer));
  curl_multi_add_handle(state_->handle.get(), easy);
}

std::size_t HttpClient::running() const { return state_->transfers.size(); }

std::vector<HttpExchange> HttpClient::wait(std::chrono::milliseconds at_most) {
  CURLM* multi = state_->handle.get();
  int running = 0, left = 0;
  std::vector<HttpExchange> over;
  curl_multi_perform(multi, &running);
  if (static_cast<std::size_t>(running) == state_->transfers.size()) {
    curl_multi_poll(multi, nullptr, 0, static_cast<int>(at_most.count()), nullptr);
    curl_multi_perform(multi, &running);
  }
  while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* easy = message->easy_handle;
    const CURLcode code = message->data.result;
    curl_multi_remove_handle(multi, easy);
    const auto node = state_->transfers.extract(easy);
    Transfer& transfer = *node.mapped();
    long status = 0;
    const char* address = nullptr;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    if (curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address) == CURLE_OK && address != nullptr) {
      transfer.exchange.address = address;
    }
    transfer.exchange.status = static_cast<int>(status);
    transfer.exchange.error = error_of(transfer, code);
    over.push_back(std::move(transfer.exchange));
  }
  return over;
}

}  // namespace stemma
