#include "cli/output.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace stemma::cli {
namespace {

namespace fs = std::filesystem;
constexpr int kMostLinks = 40;  // as the kernel follows

std::string reason() { return std::generic_category().message(errno); }

tl::unexpected<Error> unwritable(const std::string& name) {
  return failure(Fault::unwritable, fmt::format("{}: {}", name, reason()));
}

// What the path's symbolic links lead to, whether it exists or not.
fs::path without_links(fs::path path) {
  std::error_code code;
  for (int i = 0; i < kMostLinks && fs::is_symlink(path, code); ++i) {
    const fs::path to = fs::read_symlink(path, code);
    if (code) break;
    path = to.is_absolute() ? to : path.parent_path() / to;
  }
  return path;
}

}  // namespace

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output(stdout, "standard output", "");
  struct stat status{};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (!exists && errno == ELOOP) return unwritable(path);
  // A device or a pipe is there to be written to: a file in its place would be another thing.
  const bool is_replaced = !exists || S_ISREG(status.st_mode);
  Output output(nullptr, path, is_replaced ? without_links(path).string() : "");
  output.file_ = std::fopen((is_replaced ? output.part() : path).c_str(), "wb");
  if (output.file_ == nullptr) return unwritable(path);
  return output;
}

Output::Output(Output&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)),
      name_(std::move(other.name_)),
      target_(std::move(other.target_)) {}

Output::~Output() {
  if (file_ == nullptr || file_ == stdout) return;
  (void)std::fclose(file_);
  if (!target_.empty()) (void)std::remove(part().c_str());
}

Result<void> Output::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) return unwritable(name_);
  return {};
}

Result<void> Output::line(std::string_view text) {
  if (auto done = write(text); !done) return done;
  return write("\n");
}

Result<void> Output::finish() {
  bool whole = std::fflush(file_) == 0 && std::ferror(file_) == 0;
  if (file_ != stdout) whole = std::fclose(std::exchange(file_, nullptr)) == 0 && whole;
  if (!target_.empty()) whole = whole && std::rename(part().c_str(), target_.c_str()) == 0;
  if (whole) return {};
  const auto failed = unwritable(name_);
  if (!target_.empty()) (void)std::remove(part().c_str());
  return failed;
}

std::vector<FileIdentity> Output::files() const {
  std::vector<FileIdentity> files;
  if (const auto open = identity_of(fileno(file_))) files.push_back(*open);
  if (const auto old = identity_of(target_); old && !target_.empty()) files.push_back(*old);
  return files;
}

}  // namespace stemma::cli
