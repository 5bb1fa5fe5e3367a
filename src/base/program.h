#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace stemma {

/// What another program may use. Past a limit it is killed.
struct ProgramLimits {
  std::chrono::milliseconds time{10'000};  ///< by the clock, and about as much of the processor
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;  ///< address space
  std::uint64_t output_bytes = std::uint64_t{16} << 20;
};

/// Where a program stands on the PATH; nothing when it is not there.
std::optional<std::string> find_program(std::string_view name);

/// Runs a program by its path, without a shell and with an environment of its own, gives it `input`
/// as the file /dev/stdin, and returns what it prints. It can write to no file. Errors hold the
/// reason only: `too_large` past a limit, `malformed` when the program ends with another status
/// than 0, `unreadable` when it cannot be started. Standard error is thrown away. Linux only.
Result<std::string> run_program(const std::string& path, const std::vector<std::string>& arguments,
                                std::string_view input, const ProgramLimits& limits);

}  // namespace stemma
