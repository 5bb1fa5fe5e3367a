#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "ingest/limits.h"

namespace stemma {

/// Turns what the user named into files to read, in order: a file as it is, "-" as it is, a
/// directory into the files under it, in order of their names (bytes), depth first. Names that
/// begin with a dot are passed over inside directories, symbolic links are followed. A directory
/// met a second time (a loop of links), one deeper than `limits.directory_depth`, and what is
/// neither file nor directory are refused by name; `skipped` files are passed over where a
/// directory holds them. Memory is one level's names per level.
class Walk {
 public:
  Walk(std::vector<std::string> inputs, const ReadLimits& limits,
       std::vector<FileIdentity> skipped = {});

  /// The next file's path, or a refusal; nothing at the end.
  std::optional<Result<std::string>> next();

 private:
  struct Directory {
    std::filesystem::path path;
    std::vector<std::string> names;  // in reverse: the next is the last
  };

  Result<void> enter(const std::filesystem::path& path);
  std::optional<Result<std::string>> next_inside();
  std::optional<Result<std::string>> open_named(const std::string& input);

  std::vector<std::string> inputs_;
  std::size_t at_ = 0;
  ReadLimits limits_;
  std::vector<Directory> open_;  // from the named directory down to the one being read
  std::set<FileIdentity> seen_;  // directories under the named one
  std::vector<FileIdentity> skipped_;
};

}  // namespace stemma
