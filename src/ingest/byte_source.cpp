#include "ingest/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace stemma {
namespace {

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

 private:
  int descriptor_;
  bool owned_;
};

class ViewSource : public ByteSource {
 public:
  explicit ViewSource(std::string_view bytes) : rest_(bytes) {}

  Result<std::size_t> read(char* into, std::size_t size) override {
    const std::size_t count = std::min(size, rest_.size());
    if (count != 0) std::memcpy(into, rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

class OwnedSource : public ByteSource {
 public:
  explicit OwnedSource(std::string bytes) : bytes_(std::move(bytes)), view_(bytes_) {}
  Result<std::size_t> read(char* into, std::size_t size) override { return view_.read(into, size); }

 private:
  std::string bytes_;
  ViewSource view_;
};

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

std::unique_ptr<ByteSource> view_bytes(std::string_view bytes) {
  return std::make_unique<ViewSource>(bytes);
}

std::unique_ptr<ByteSource> own_bytes(std::string bytes) {
  return std::make_unique<OwnedSource>(std::move(bytes));
}

}  // namespace stemma
