// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/text.h"
#include "fuzz/readers.h"
#include "ingest/address_list.h"
#include "ingest/newsml_reader.h"

// XML that is no feed: news items and sitemaps.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& document : read_newsml(bytes, "", "a.xml", fuzz_limits())) check(document);
  if (const auto list = read_sitemap(bytes, "", fuzz_limits())) {
    expect(!list->addresses.empty(), "a sitemap has addresses");
    for (const ListedAddress& each : list->addresses) {
      expect(starts_with_ignoring_case(each.url, "http"), "an address is one of HTTP");
      expect(is_valid_utf8(each.title) && is_valid_utf8(each.outlet), "texts are valid UTF-8");
    }
  }
  return 0;
}
