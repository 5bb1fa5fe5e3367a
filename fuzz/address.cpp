// Fuzzes: base
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/address.h"
#include "base/utf8.h"
#include "fuzz/expect.h"

// A base and a reference, a line each.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view base = text.substr(0, end);
  const std::string address = absolute_address(text.substr(std::min(end + 1, text.size())), base);
  expect(address.empty() || is_web_address(address), "what is resolved is an address of the web");
  expect(absolute_address(address, base) == address, "what is resolved stays as it is");
  expect(!is_valid_utf8(text) || is_valid_utf8(host_of(address)), "a host of valid text is valid");
  return 0;
}
