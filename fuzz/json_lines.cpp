// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/readers.h"
#include "ingest/json_reader.h"

// Articles with layers, and JSON Feeds, as lines and as one text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  JsonLinesReader reader(Input(view_bytes(bytes)), "a.jsonl", fuzz_limits());
  check_all(reader);
  for (const auto& document : read_json(bytes, "a.json")) check(document);
  return 0;
}
