// Fuzzes: base
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "base/encoding.h"
#include "base/utf8.h"
#include "fuzz/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  if (size == 0) return 0;
  constexpr const char* kLabels[] = {"",        "utf-8",  "windows-1251", "shift_jis",
                                     "gb18030", "euc-kr", "iso-2022-jp",  "big5",
                                     "utf-16",  "koi8-r", "hz-gb-2312",   "utf-7"};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const DecodedText decoded =
      decode_text(bytes, kLabels[(data[0] >> 1) % std::size(kLabels)], (data[0] & 1) != 0);
  expect(is_valid_utf8(decoded.text), "decoded text is valid UTF-8");
  expect(decoded.text.find('\0') == std::string::npos, "decoded text has no NUL");
  for (const std::string& loss : decoded.losses)
    expect(is_valid_utf8(loss), "losses are valid UTF-8");
  return 0;
}
