#include "base/encoding/twice_encoded.h"

#include "base/encoding/utf8_count.h"
#include "base/encoding/windows_1252.h"
#include "base/utf8.h"

namespace stemma {
namespace {

// Whether the first character past ASCII can be the first of a sequence that was encoded twice. Of
// nearly every page it cannot, which spares the rest.
bool may_be_doubled(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    i += ascii_run(text, i);
    if (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80) break;
    ++i;
  }
  if (i >= text.size()) return false;
  const Decoded decoded = decode_utf8(text, i);
  const auto lead = windows_1252_byte(decoded.code_point);
  if (!lead || *lead < 0xC2 || *lead > 0xF4 || i + decoded.size >= text.size()) return false;
  const auto next = windows_1252_byte(decode_utf8(text, i + decoded.size).code_point);
  return next && *next >= 0x80 && *next < 0xC0;
}

}  // namespace

std::optional<std::string> encoded_once(std::string_view text) {
  if (!may_be_doubled(text)) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    const auto byte = windows_1252_byte(decoded.code_point);
    if (!byte) return std::nullopt;
    bytes.push_back(static_cast<char>(*byte));
    i += decoded.size;
  }
  const Utf8Count count = count_utf8(bytes);
  if (count.malformed != 0 || count.sequences < kLeastDoubled) return std::nullopt;
  return bytes;
}

}  // namespace stemma
