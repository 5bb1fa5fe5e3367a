#include "ingest/fetch/fetcher.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/encoding.h"
#include "base/utf8.h"
#include "ingest/fetch/retry_after.h"
#include "ingest/fetch/robots.h"
#include "ingest/fetch/web_address.h"
#include "ingest/http_message.h"
#include "ingest/inflate.h"
#include "ingest/input.h"
#include "ingest/sniff.h"

namespace stemma {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Sitemaps that sitemaps name, and those again.
constexpr unsigned kMaxSitemapDepth = 3;
/// Redirects of a robots.txt (RFC 9309, section 2.3.1.2).
constexpr unsigned kMaxRobotsRedirects = 5;
/// How long one wait for the network lasts at most.
constexpr milliseconds kLongestWait{1000};
/// The longest pause that a busy host is granted; of one that asks for more the rest is refused.
constexpr std::chrono::seconds kLongestPause{300};

constexpr const char* kAccept =
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5";
constexpr const char* kAcceptEncoding = "Accept-Encoding: gzip, deflate, br, zstd";

// One address that is to be asked for, or is.
struct Visit {
  WebAddress address;
  ListedAddress listed;
  std::string robots_of;  // the origin whose robots.txt this is; empty for a page
  unsigned sitemaps = 0;
  std::vector<std::string> led;  // the addresses whose redirects led here
  std::string date;
};

struct Host {
  std::deque<Visit> waiting;
  Clock::time_point next;  // no request before
  milliseconds delay{0};
  bool is_busy = false;
  std::string closed;  // why nothing more is asked of it
};

struct Robots {
  bool is_asked = false;
  std::optional<RobotsRules> rules;
  std::string unreachable;  // why nothing may be fetched
};

std::string utc_now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// An answer's body as it was before it was sent; empty when it cannot be had.
std::string plain_body(const HttpExchange& exchange, const ReadLimits& limits) {
  const auto response = read_response_head(exchange.head);
  if (!response) return {};
  auto body = decode_body(exchange.body, response->headers, limits);
  if (!body) return {};
  if (!begins_as(body->bytes, Coding::gzip)) return std::move(body->bytes);
  // "sitemap.xml.gz" is sent as a file of its own kind.
  Input input(inflate(view_bytes(body->bytes), Coding::gzip, limits));
  std::string unpacked;
  (void)take_all(input, limits.feed_bytes, unpacked);
  return unpacked;
}

std::string location_of(const HttpExchange& exchange) {
  const auto response = read_response_head(exchange.head);
  return response ? std::string(header(response->headers, "Location")) : std::string();
}

// The addresses that an answer lists, if it is a sitemap: XML, or an address a line.
std::optional<Result<AddressList>> listed_in(const HttpExchange& exchange,
                                             const ReadLimits& limits) {
  const std::string body = plain_body(exchange, limits);
  switch (sniff(std::string_view(body).substr(0, kSniffBytes), "").format) {
    case Format::sitemap:
      return read_sitemap(body, "", limits);
    case Format::addresses:
      return read_address_lines(decode_text(body, "", false).text);
    default:
      return std::nullopt;
  }
}

}  // namespace

struct Fetcher::State {
  State(FetchOptions fetch_options, KnownPages& known_pages, FetchObserver fetch_observer)
      : options(std::move(fetch_options)),
        known(known_pages),
        observer(std::move(fetch_observer)),
        client(options.http, options.allow_private) {}

  void add_address(ListedAddress listed, unsigned sitemaps);
  void enqueue(Visit visit, bool first = false);
  milliseconds start_ready();
  bool start_next(Host& host);
  void start(Host& host, Visit visit);
  void ask_robots(Host& host, const Visit& page, Robots& robots);
  void take(HttpExchange exchange);
  void take_robots(const Visit& visit, const HttpExchange& exchange);
  void take_page(const Visit& visit, HttpExchange exchange);
  void pause(Host& host, const HttpExchange& exchange);
  void follow(const Visit& visit, const HttpExchange& exchange);
  void expand_sitemap(const Visit& visit, const Result<AddressList>& list);
  void refuse(const std::string& url, Fault fault, std::string_view reason) {
    observer.refused({fault, fmt::format("{}: {}", repair_utf8(url), reason)});
  }

  FetchOptions options;
  KnownPages& known;
  FetchObserver observer;
  HttpClient client;
  ReadLimits limits;
  std::map<std::string, Host> hosts;
  std::map<std::string, Robots> robots;
  std::map<std::uint64_t, Visit> running;
  std::set<std::string> seen;
  std::uint64_t last_id = 0, started = 0, left_out = 0;
  std::optional<Error> stopped;
};

void Fetcher::State::add_address(ListedAddress listed, unsigned sitemaps) {
  auto address = web_address(listed.url);
  if (!address) {
    return refuse(without_user(listed.url), Fault::unsupported, why_no_web_address(listed.url));
  }
  if (seen.contains(address->url)) return;
  enqueue({std::move(*address), std::move(listed), "", sitemaps, {}, ""});
}

void Fetcher::State::enqueue(Visit visit, bool first) {
  if (visit.robots_of.empty()) seen.insert(visit.address.url);
  Host& host = hosts[visit.address.host];
  host.delay = std::max(host.delay, options.host_delay);
  if (first) {
    host.waiting.push_front(std::move(visit));
  } else {
    host.waiting.push_back(std::move(visit));
  }
}

// Starts what may be started; says how long to wait for the next chance.
milliseconds Fetcher::State::start_ready() {
  milliseconds wait = kLongestWait;
  for (auto& [name, host] : hosts) {
    while (!host.is_busy && !host.waiting.empty() && running.size() < options.hosts_at_once) {
      const auto pause = std::chrono::ceil<milliseconds>(host.next - Clock::now());
      if (pause > milliseconds(0)) {
        wait = std::min(wait, pause);
        break;
      }
      if (!start_next(host)) break;
    }
  }
  return wait;
}

// The host's first visit, or the question whether it is allowed; false when that is still open.
bool Fetcher::State::start_next(Host& host) {
  Visit& front = host.waiting.front();
  if (front.robots_of.empty() && !host.closed.empty()) {
    refuse(front.address.url, Fault::unreadable, host.closed);
    host.waiting.pop_front();
    return true;
  }
  if (front.robots_of.empty()) {
    Robots& rules = robots[front.address.origin];
    if (!rules.is_asked) {
      ask_robots(host, front, rules);
      return true;
    }
    if (!rules.rules) return false;
    Visit visit = std::move(front);
    host.waiting.pop_front();
    if (!rules.rules->allows(visit.address.target)) {
      refuse(visit.address.url, Fault::unsupported,
             rules.unreachable.empty() ? "its robots.txt forbids it" : rules.unreachable);
    } else if (started == options.pages) {
      ++left_out;
    } else {
      ++started;
      start(host, std::move(visit));
    }
    return true;
  }
  Visit visit = std::move(front);
  host.waiting.pop_front();
  start(host, std::move(visit));
  return true;
}

void Fetcher::State::ask_robots(Host& host, const Visit& page, Robots& rules) {
  rules.is_asked = true;
  Visit visit;
  visit.address = *web_address(page.address.origin + "/robots.txt");
  visit.robots_of = page.address.origin;
  start(host, std::move(visit));
}

void Fetcher::State::start(Host& host, Visit visit) {
  host.is_busy = true;
  HttpRequest request;
  request.id = ++last_id;
  request.url = visit.address.url;
  request.headers = {"User-Agent: " + options.user_agent, kAccept, kAcceptEncoding};
  if (visit.robots_of.empty()) {
    for (std::string& each : known.conditions(request.url)) {
      request.headers.push_back(std::move(each));
    }
  }
  visit.date = utc_now();
  running.emplace(request.id, std::move(visit));
  client.start(std::move(request));
}

void Fetcher::State::take(HttpExchange exchange) {
  const auto node = running.extract(exchange.id);
  const Visit& visit = node.mapped();
  Host& host = hosts[visit.address.host];
  host.is_busy = false;
  if (visit.robots_of.empty()) {
    pause(host, exchange);
    take_page(visit, std::move(exchange));
  } else {
    take_robots(visit, exchange);
  }
  host.next = std::max(host.next, Clock::now() + host.delay);
}

void Fetcher::State::pause(Host& host, const HttpExchange& exchange) {
  const auto asked = asked_pause(exchange, std::time(nullptr));
  if (!asked) return;
  if (*asked > kLongestPause) {
    host.closed = fmt::format("its host is busy and asks for a pause of {} s", asked->count());
  } else {
    host.next = Clock::now() + *asked;
  }
}

void Fetcher::State::take_robots(const Visit& visit, const HttpExchange& exchange) {
  Robots& rules = robots[visit.robots_of];
  const int status = exchange.status;
  // A server that cannot answer, or asks for a pause, has not said yes (RFC 9309, 2.3.1.4).
  if (exchange.error || status >= 500 || status == 429) {
    rules.rules = RobotsRules::forbidding_all();
    rules.unreachable = fmt::format(
        "its robots.txt could not be read ({})",
        exchange.error ? exchange.error->message : fmt::format("HTTP status {}", status));
    return;
  }
  if (is_redirect(status) && visit.led.size() < kMaxRobotsRedirects) {
    if (auto to = resolve(visit.address, location_of(exchange))) {
      Visit next = visit;
      next.led.push_back(std::exchange(next.address, std::move(*to)).url);
      return enqueue(std::move(next), true);
    }
  }
  rules.rules = status / 100 == 2 ? RobotsRules(plain_body(exchange, limits), options.user_agent)
                                  : RobotsRules();
  if (const auto delay = rules.rules->delay()) {
    Host& host = hosts[web_address(visit.robots_of)->host];
    host.delay = std::max(host.delay, *delay);
  }
}

void Fetcher::State::take_page(const Visit& visit, HttpExchange exchange) {
  const std::string& url = visit.address.url;
  if (exchange.error) return refuse(url, exchange.error->fault, exchange.error->message);
  const auto list = exchange.status / 100 == 2 ? listed_in(exchange, limits) : std::nullopt;
  const Fetched fetched{std::move(exchange), visit.date, visit.listed, list.has_value()};
  if (auto done = observer.fetched(fetched); !done) {
    stopped = done.error();
    return;
  }
  const int status = fetched.exchange.status;
  if (is_redirect(status)) {
    follow(visit, fetched.exchange);
  } else if (list) {
    // A list that did not change names pages that did, and those that a limit left out: it is
    // asked for anew each time.
    known.forget(url);
    expand_sitemap(visit, *list);
  } else if (status / 100 == 2) {
    known.remember(fetched.exchange);
  } else if (status != 304) {
    refuse(url, Fault::unreadable, fmt::format("HTTP status {}", status));
  }
}

void Fetcher::State::follow(const Visit& visit, const HttpExchange& exchange) {
  const std::string& url = visit.address.url;
  const std::string location = location_of(exchange);
  auto to = resolve(visit.address, location);
  if (!to || location.empty()) {
    return refuse(url, Fault::unsupported,
                  fmt::format("leads to '{}': {}", repair_utf8(without_user(location)),
                              why_no_web_address(location)));
  }
  const auto& led = visit.led;
  if (to->url == url || std::find(led.begin(), led.end(), to->url) != led.end()) {
    return refuse(url, Fault::unsupported, fmt::format("leads back to '{}', in a circle", to->url));
  }
  if (led.size() == options.redirects) {
    return refuse(url, Fault::too_large, fmt::format("more than {} redirects", options.redirects));
  }
  if (seen.contains(to->url)) {
    return observer.warned(fmt::format("{}: leads to '{}', which is asked for once", url, to->url));
  }
  Visit next = visit;
  next.led.push_back(std::exchange(next.address, std::move(*to)).url);
  enqueue(std::move(next), true);
}

void Fetcher::State::expand_sitemap(const Visit& visit, const Result<AddressList>& list) {
  const std::string& url = visit.address.url;
  if (!list) return refuse(url, list.error().fault, list.error().message);
  for (const std::string& loss : list->losses) {
    observer.warned(fmt::format("{}: {}", url, repair_utf8(loss)));
  }
  if (visit.sitemaps == kMaxSitemapDepth) {
    return refuse(url, Fault::too_large,
                  fmt::format("a sitemap past {} others that lead to it", kMaxSitemapDepth));
  }
  for (const ListedAddress& each : list->addresses) add_address(each, visit.sitemaps + 1);
}

Fetcher::Fetcher(FetchOptions options, KnownPages& known, FetchObserver observer)
    : state_(std::make_unique<State>(std::move(options), known, std::move(observer))) {}
Fetcher::~Fetcher() = default;

void Fetcher::add(const AddressList& list) {
  for (const ListedAddress& each : list.addresses) state_->add_address(each, 0);
}

Result<void> Fetcher::run() {
  State& state = *state_;
  const auto is_waiting = [&] {
    return std::any_of(state.hosts.begin(), state.hosts.end(),
                       [](const auto& each) { return !each.second.waiting.empty(); });
  };
  while (!state.running.empty() || is_waiting()) {
    const milliseconds wait = state.start_ready();
    for (HttpExchange& exchange : state.client.wait(wait)) {
      state.take(std::move(exchange));
      if (state.stopped) return tl::unexpected(*state.stopped);
    }
  }
  if (state.left_out != 0) {
    state.observer.refused(
        {Fault::too_large, fmt::format("{} addresses were left out: the limit is {} pages",
                                       state.left_out, state.options.pages)});
  }
  return {};
}

}  // namespace stemma
