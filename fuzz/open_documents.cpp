// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "fuzz/readers.h"

// Any input under any name: sniffing, unpacking, and every reader behind them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  if (size == 0) return 0;
  constexpr const char* kNames[] = {"-",     "a.html",    "a.txt", "a.jsonl",
                                    "a.xml", "a.warc.gz", "a.css"};
  const char* name = kNames[data[0] % std::size(kNames)];
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  check_all(*open_documents(own_bytes(std::move(bytes)), name, fuzz_limits()));
  return 0;
}
