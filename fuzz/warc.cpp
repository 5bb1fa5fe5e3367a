// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "fuzz/readers.h"
#include "ingest/warc_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  Input input(view_bytes({reinterpret_cast<const char*>(data), size}));
  WarcReader reader(std::move(input), "a.warc", fuzz_limits());
  check_all(reader);
  return 0;
}
