#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace stemma {

/// The whole file, or why not. Refuses what is larger than `limit_bytes`.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit_bytes);

/// Writes a sibling and renames it over `path`, so that a reader sees the old or the new bytes.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// SHA-256 in lower-case hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace stemma
