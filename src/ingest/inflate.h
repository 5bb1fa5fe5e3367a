#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ingest/byte_source.h"
#include "ingest/limits.h"

namespace stemma {

/// How a stream of bytes is compressed. `deflate` is zlib's form or, as some servers send it, raw.
enum class Coding { gzip, deflate, brotli, zstd };

/// Bytes that must come out before their ratio to the bytes that went in is judged.
inline constexpr std::uint64_t kInflateGrace = std::uint64_t{16} << 20;

/// What a compressed stream holds. Members and frames that follow one another are one stream (RFC
/// 1952, section 2.2); bytes after the last that begin no other are passed over. Fails with
/// `malformed` where the data is damaged or ends early, and with `too_large` past
/// `limits.inflate_ratio`; what came before has been given. Memory is bounded, whatever the stream.
std::unique_ptr<ByteSource> inflate(std::unique_ptr<ByteSource> compressed, Coding coding,
                                    const ReadLimits& limits);

/// One gzip member that holds the bytes.
std::string gzip_member(std::string_view bytes);

/// Whether bytes begin as the coding says; brotli and raw deflate have no mark and never do.
bool begins_as(std::string_view bytes, Coding coding);

}  // namespace stemma
