#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace stemma {

/// A stream of bytes. The seam between where bytes come from (a file, standard input, memory, the
/// inside of a compressed stream) and who reads them. Messages hold the reason only; whoever knows
/// the input's name puts it before.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Puts up to `size` (at least 1) next bytes at `into` and says how many; 0 at the end. After an
  /// error the stream is over.
  virtual Result<std::size_t> read(char* into, std::size_t size) = 0;
  /// Goes to that byte, counted from the start; false where it cannot (a pipe, the inside of a
  /// compressed stream). What was read before a failed call goes on.
  virtual bool seek(std::uint64_t) { return false; }
  /// How many bytes there are in all, for a source that can seek.
  virtual std::uint64_t size() { return 0; }
};

/// The bytes of a file, or of standard input for "-". A directory is refused.
Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);

/// A file without a name that holds what is left of a source, at most `limit` bytes, so that it can
/// be read again; it is gone with the source. For what a pipe gives.
Result<std::unique_ptr<ByteSource>> spool(ByteSource& source, std::uint64_t limit);

/// Bytes in memory, which must outlive the source.
std::unique_ptr<ByteSource> view_bytes(std::string_view bytes);
/// Bytes in memory that the source keeps.
std::unique_ptr<ByteSource> own_bytes(std::string bytes);

}  // namespace stemma
