#pragma once

#include <cstdint>
#include <limits>

namespace stemma {

/// What is read at most. Past a limit the input, or the member, is refused by name; the rest goes
/// on.
struct ReadLimits {
  std::uint64_t document_bytes = std::uint64_t{256} << 20;  ///< one page or text, inflated
  std::uint64_t line_bytes = std::uint64_t{256} << 20;      ///< one line of JSON Lines
  std::uint64_t feed_bytes = std::uint64_t{64} << 20;       ///< one feed (it is held whole)
  std::uint64_t inflate_ratio = 1000;  ///< bytes out for a byte in, once 16 MiB came out
  /// What may come out of a ZIP archive in all; one inside another has what the outer one has left.
  std::uint64_t unpacked_bytes = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t zip_entries = 100'000;                 ///< members of one ZIP archive
  std::uint64_t spool_bytes = std::uint64_t{4} << 30;  ///< a ZIP archive that comes by a pipe
  std::uint32_t containers = 3;                        ///< archives inside archives
  std::uint32_t directory_depth = 64;
};

}  // namespace stemma
