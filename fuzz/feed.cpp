// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/readers.h"
#include "ingest/feed_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto documents = read_feed(bytes, "", "feed.xml", fuzz_limits());
  expect(!documents.empty(), "a feed gives items or a refusal");
  for (const auto& document : documents) check(document);
  return 0;
}
