// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/readers.h"
#include "ingest/zip_reader.h"

// ZIP and WACZ; libarchive itself is not instrumented, what we do around it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  ReadLimits limits = fuzz_limits();
  limits.zip_entries = 64;
  ZipReader reader(own_bytes(std::string(reinterpret_cast<const char*>(data), size)), "a.zip",
                   limits);
  check_all(reader);
  return 0;
}
