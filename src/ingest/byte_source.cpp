#include "ingest/byte_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace stemma {
namespace {

constexpr std::size_t kSpoolBlockBytes = std::size_t{1} << 18;

tl::unexpected<Error> system_failure() {
  return failure(Fault::unreadable, std::generic_category().message(errno));
}

class FileSource : public ByteSource {
 public:
  FileSource(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (owned_) (void)::close(descriptor_);
  }

  Result<std::size_t> read(char* into, std::size_t size) override {
    while (true) {
      const ssize_t count = ::read(descriptor_, into, size);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) return system_failure();
    }
  }

  bool seek(std::uint64_t to) override {
    return ::lseek(descriptor_, static_cast<off_t>(to), SEEK_SET) >= 0;
  }

  std::uint64_t size() override {
    struct stat status{};
    const bool is_file = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
    return is_file ? static_cast<std::uint64_t>(status.st_size) : 0;
  }

 private:
  int descriptor_;
  bool owned_;
};

class ViewSource : public ByteSource {
 public:
  explicit ViewSource(std::string_view bytes) : bytes_(bytes), rest_(bytes) {}

  Result<std::size_t> read(char* into, std::size_t size) override {
    const std::size_t count = std::min(size, rest_.size());
    if (count != 0) std::memcpy(into, rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }

  bool seek(std::uint64_t to) override {
    rest_ = bytes_.substr(std::min<std::uint64_t>(to, bytes_.size()));
    return true;
  }
  std::uint64_t size() override { return bytes_.size(); }

 private:
  std::string_view bytes_, rest_;
};

class OwnedSource : public ByteSource {
 public:
  explicit OwnedSource(std::string bytes) : bytes_(std::move(bytes)), view_(bytes_) {}
  Result<std::size_t> read(char* into, std::size_t size) override { return view_.read(into, size); }
  bool seek(std::uint64_t to) override { return view_.seek(to); }
  std::uint64_t size() override { return view_.size(); }

 private:
  std::string bytes_;
  ViewSource view_;
};

// Writes all of it, or says why not.
Result<void> write_all(int descriptor, const char* bytes, std::size_t size) {
  while (size != 0) {
    const ssize_t count = ::write(descriptor, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure();
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file(const std::string& path) {
  if (path == "-") return std::make_unique<FileSource>(STDIN_FILENO, false);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return system_failure();
  auto source = std::make_unique<FileSource>(descriptor, true);
  struct stat status{};
  if (::fstat(descriptor, &status) != 0) return system_failure();
  if (S_ISDIR(status.st_mode)) return failure(Fault::unreadable, "a directory");
  (void)::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  return source;
}

Result<std::unique_ptr<ByteSource>> spool(ByteSource& source, std::uint64_t limit) {
  std::error_code code;
  std::string name = (std::filesystem::temp_directory_path(code) / "stemma-XXXXXX").string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return system_failure();
  (void)::unlink(name.c_str());
  auto file = std::make_unique<FileSource>(descriptor, true);
  std::vector<char> block(kSpoolBlockBytes);
  std::uint64_t written = 0;
  while (true) {
    const auto count = source.read(block.data(), block.size());
    if (!count) return tl::unexpected(count.error());
    if (*count == 0) break;
    written += *count;
    if (written > limit) {
      return failure(Fault::too_large, fmt::format("larger than the limit of {} bytes", limit));
    }
    if (auto done = write_all(descriptor, block.data(), *count); !done) {
      return tl::unexpected(done.error());
    }
  }
  if (!file->seek(0)) return system_failure();
  return file;
}

std::unique_ptr<ByteSource> view_bytes(std::string_view bytes) {
  return std::make_unique<ViewSource>(bytes);
}

std::unique_ptr<ByteSource> own_bytes(std::string bytes) {
  return std::make_unique<OwnedSource>(std::move(bytes));
}

}  // namespace stemma
