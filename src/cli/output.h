#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"

namespace stemma::cli {

/// Where a command prints: standard output, a device or pipe, or a file that appears only when it
/// is whole. Until then it is `NAME.part` beside it. A symbolic link stays one: what it points at
/// is written.
class Output {
 public:
  /// An empty path and "-" are standard output.
  static Result<Output> open(const std::string& path);
  Output(Output&&) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  Result<void> write(std::string_view bytes);
  Result<void> line(std::string_view text);  ///< the text and a line end
  /// Everything is on its way to the disk or the reader; a file gets its name now.
  Result<void> finish();

  /// The files that are no input of this run: the one being written and the one it will replace.
  std::vector<FileIdentity> files() const;

 private:
  Output(std::FILE* file, std::string name, std::string target)
      : file_(file), name_(std::move(name)), target_(std::move(target)) {}
  std::string part() const { return target_ + ".part"; }

  std::FILE* file_ = nullptr;
  std::string name_;    // as messages say it
  std::string target_;  // what `part` is renamed to; empty when `file_` is written directly
};

}  // namespace stemma::cli
