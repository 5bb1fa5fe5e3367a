#include "base/encoding/windows_1252.h"

#include <array>

#include "base/utf8.h"

namespace stemma {
namespace {

// Windows-1252 from 0x80 to 0x9F.
constexpr std::array<char16_t, 32> kHighHalf = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

}  // namespace

char16_t windows_1252(unsigned char byte) {
  return byte < 0x80 || byte >= 0xA0 ? byte : kHighHalf[byte - 0x80U];
}

std::string read_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text.push_back(c);
    } else {
      append_utf8(text, windows_1252(byte));
    }
  }
  return text;
}

std::optional<unsigned char> windows_1252_byte(char32_t c) {
  if (c <= 0xFF) return static_cast<unsigned char>(c);
  for (std::size_t i = 0; i < kHighHalf.size(); ++i) {
    if (kHighHalf[i] == c) return static_cast<unsigned char>(0x80 + i);
  }
  return std::nullopt;
}

}  // namespace stemma
