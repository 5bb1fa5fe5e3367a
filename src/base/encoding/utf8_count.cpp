#include "base/encoding/utf8_count.h"

#include "base/utf8.h"

namespace stemma {

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  bool in_run = false;
  for (std::size_t i = 0; i < bytes.size();) {
    if (const std::size_t ascii = ascii_run(bytes, i); ascii != 0) {
      i += ascii;
      in_run = false;
      continue;
    }
    const Decoded decoded = decode_utf8(bytes, i);
    const bool malformed = decoded.code_point == 0xFFFD && decoded.size == 1;
    if (malformed && count.malformed++ == 0) count.first = i;
    if (malformed && !in_run) ++count.runs;
    if (!malformed && decoded.size > 1) ++count.sequences;
    in_run = malformed;
    i += decoded.size;
  }
  return count;
}

std::size_t count_damage(std::string_view text) {
  std::size_t damage = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t ascii = ascii_run(text, i); ascii != 0) {
      i += ascii;
      continue;
    }
    const Decoded decoded = decode_utf8(text, i);
    const char32_t c = decoded.code_point;
    // U+0085 is a line end that mainframes write.
    damage += c == 0xFFFD || (c >= 0x80 && c < 0xA0 && c != 0x85) ? 1 : 0;
    i += decoded.size;
  }
  return damage;
}

}  // namespace stemma
