// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "fuzz/expect.h"
#include "ingest/address_list.h"
#include "ingest/fetch/robots.h"
#include "ingest/fetch/web_address.h"

// What a fetch reads before it fetches: robots.txt, addresses, lists of them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const RobotsRules rules(bytes, "stemma/0.1");
  (void)rules.allows(bytes.substr(0, 200));
  expect(!rules.delay() || *rules.delay() <= RobotsRules::kMaxDelay, "delays are bounded");
  (void)read_address_lines(bytes);
  const auto base = web_address("https://herald.example/a/b?c");
  for (const auto& address : {web_address(bytes), resolve(*base, bytes)}) {
    if (!address) continue;
    expect(address->url.starts_with("http://") || address->url.starts_with("https://"),
           "addresses are of HTTP");
    expect(is_valid_utf8(address->url) && address->url.find('\n') == std::string::npos,
           "addresses are one line of UTF-8");
    expect(address->target.starts_with('/'), "a target begins with a slash");
    const auto again = web_address(address->url);
    expect(again && again->url == address->url && again->host == address->host,
           "an address read again is itself");
  }
  return 0;
}
