#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace stemma {

/// The whole file, or why not. Refuses what is larger than `limit_bytes`.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit_bytes);

/// Writes a sibling, has the disk keep it, and renames it over `path`, so that a reader sees the
/// old or the new bytes, whoever else writes the same file. One that is killed on the way may leave
/// `path.part-PID-N`.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// What the system knows a file by, whatever its names.
struct FileIdentity {
  std::uint64_t device = 0, inode = 0;
  friend auto operator<=>(const FileIdentity&, const FileIdentity&) = default;
};

/// The identity of a regular file, by its path (links are followed) or its open descriptor; nothing
/// when there is none or it is another kind of file.
std::optional<FileIdentity> identity_of(const std::filesystem::path& path);
std::optional<FileIdentity> identity_of(int descriptor);

/// SHA-256 in lower-case hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace stemma
