#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace stemma {

/// How far bytes are UTF-8.
struct Utf8Count {
  std::size_t sequences = 0;  ///< characters of two bytes and more
  std::size_t malformed = 0;  ///< bytes that are no UTF-8
  std::size_t runs = 0;       ///< stretches of them
  std::size_t first = 0;      ///< where the first of them begins
};

/// O(n); ASCII is passed over eight bytes at a time and more.
Utf8Count count_utf8(std::string_view bytes);

/// How many bytes from `at` on are ASCII, counted eight at a time: all of a run but its last few.
inline std::size_t ascii_run(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  const std::size_t begin = at;
  for (; at + 32 <= bytes.size(); at += 32) {
    std::array<std::uint64_t, 4> block{};
    std::memcpy(block.data(), bytes.data() + at, sizeof block);
    if (((block[0] | block[1] | block[2] | block[3]) & kHigh) != 0) break;
  }
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, bytes.data() + at, sizeof block);
    if ((block & kHigh) != 0) break;
  }
  return at - begin;
}

/// The characters of a UTF-8 text that no text has: C1 controls, and what became U+FFFD.
std::size_t count_damage(std::string_view text);

}  // namespace stemma
