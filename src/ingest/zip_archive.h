#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "ingest/byte_source.h"
#include "ingest/limits.h"

struct archive;

namespace stemma {

/// The members of a ZIP archive (APPNOTE 6.3, ZIP64 included), one after another in the order they
/// stand in the file. All that comes out is bounded: `limits.inflate_ratio` times the archive's
/// size, past the same grace as any compressed stream, however its members overlap, and never more
/// than `limits.unpacked_bytes`.
class ZipArchive {
 public:
  struct Member {
    std::string name;  ///< valid UTF-8, as the archive says it; never used as a path on disk
    bool is_file = true, is_encrypted = false;
  };

  /// `source` is at its first byte, can seek, and outlives the archive.
  ZipArchive(ByteSource& source, const ReadLimits& limits);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// The next member, or why the archive ends before its time; nothing at the end. Messages hold
  /// the reason only.
  std::optional<Result<Member>> next();

  /// The bytes of the member that `next` gave last; it must not outlive the archive, and gives
  /// nothing good after another call of `next`.
  std::unique_ptr<ByteSource> content();

  /// How much may still come out.
  std::uint64_t bytes_left() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stemma
