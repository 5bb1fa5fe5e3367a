// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "fuzz/readers.h"
#include "ingest/inflate.h"
#include "ingest/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  if (size == 0) return 0;
  constexpr Coding kCodings[] = {Coding::gzip, Coding::deflate, Coding::brotli, Coding::zstd};
  const Coding coding = kCodings[data[0] % std::size(kCodings)];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  Input input(inflate(view_bytes(bytes), coding, fuzz_limits()));
  std::string out;
  (void)take_all(input, fuzz_limits().document_bytes, out);
  expect(out.size() <= fuzz_limits().document_bytes, "what comes out is bounded");
  return 0;
}
