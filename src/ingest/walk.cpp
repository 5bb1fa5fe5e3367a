#include "ingest/walk.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <system_error>

#include "base/address.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> refuse(const fs::path& path, std::string_view reason) {
  return failure(Fault::unreadable, fmt::format("{}: {}", path.string(), reason));
}

std::string last_error() { return std::generic_category().message(errno); }

}  // namespace

Walk::Walk(std::vector<std::string> inputs, const ReadLimits& limits,
           std::vector<FileIdentity> skipped)
    : inputs_(std::move(inputs)), limits_(limits), skipped_(std::move(skipped)) {}

std::optional<Result<std::string>> Walk::next() {
  while (true) {
    while (!open_.empty()) {
      if (auto found = next_inside()) return found;
    }
    if (at_ == inputs_.size()) return std::nullopt;
    if (auto found = open_named(inputs_[at_++])) return found;
  }
}

std::optional<Result<std::string>> Walk::open_named(const std::string& input) {
  std::error_code code;
  if (is_web_address(input) && !fs::exists(input, code)) {
    return refuse(input, "an address, not a file; `stemma fetch` gets pages");
  }
  if (input == "-" || !fs::is_directory(input, code)) return input;
  seen_.clear();
  if (auto entered = enter(input); !entered) return tl::unexpected(entered.error());
  return std::nullopt;
}

Result<void> Walk::enter(const fs::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return refuse(path, last_error());
  if (!seen_.insert({status.st_dev, status.st_ino}).second) {
    return refuse(path, "a loop: this directory was already read under another name");
  }
  if (open_.size() >= limits_.directory_depth) {
    return failure(Fault::too_large, fmt::format("{}: deeper than the limit of {} directories",
                                                 path.string(), limits_.directory_depth));
  }
  Directory directory{path, {}};
  std::error_code code;
  for (fs::directory_iterator entry(path, code), end; !code && entry != end;
       entry.increment(code)) {
    std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) directory.names.push_back(std::move(name));
  }
  if (code) return refuse(path, code.message());
  std::sort(directory.names.begin(), directory.names.end(), std::greater<>());
  const bool empty = directory.names.empty();
  open_.push_back(std::move(directory));
  if (empty)
    return failure(Fault::empty, fmt::format("{}: a directory without files", path.string()));
  return {};
}

// The next entry of the innermost directory; nothing when that only opened or closed a directory.
std::optional<Result<std::string>> Walk::next_inside() {
  Directory& directory = open_.back();
  if (directory.names.empty()) {
    open_.pop_back();
    return std::nullopt;
  }
  const fs::path path = directory.path / directory.names.back();
  directory.names.pop_back();
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return refuse(path, last_error());
  if (S_ISREG(status.st_mode)) {
    const FileIdentity file{status.st_dev, status.st_ino};
    const bool is_skipped = std::find(skipped_.begin(), skipped_.end(), file) != skipped_.end();
    return is_skipped ? std::nullopt : std::optional<Result<std::string>>(path.string());
  }
  if (!S_ISDIR(status.st_mode)) return refuse(path, "neither a file nor a directory");
  if (auto entered = enter(path); !entered) return tl::unexpected(entered.error());
  return std::nullopt;
}

}  // namespace stemma
