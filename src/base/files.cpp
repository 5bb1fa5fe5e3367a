#include "base/files.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

namespace stemma {
namespace {

struct Close {
  void operator()(std::FILE* file) const { (void)std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

std::string reason() { return std::generic_category().message(errno); }

std::optional<FileIdentity> identity_in(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return FileIdentity{status.st_dev, status.st_ino};
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit_bytes) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return failure(Fault::unreadable, fmt::format("{}: {}", path.string(), reason()));
  std::string bytes;
  std::array<char, 1 << 16> block{};
  while (true) {
    const std::size_t size = std::fread(block.data(), 1, block.size(), file.get());
    if (size == 0) break;
    if (bytes.size() + size > limit_bytes) {
      return failure(Fault::too_large, fmt::format("{}: larger than the limit of {} bytes",
                                                   path.string(), limit_bytes));
    }
    bytes.append(block.data(), size);
  }
  if (std::ferror(file.get()) != 0) {
    return failure(Fault::unreadable, fmt::format("{}: {}", path.string(), reason()));
  }
  return bytes;
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  static std::atomic<unsigned> count{0};
  const std::string part = fmt::format("{}.part-{}-{}", path.string(), ::getpid(), ++count);
  // Where another machine's process of that number left one, "w" would write into it: "x".
  std::FILE* file = std::fopen(part.c_str(), "wbx");
  const auto unwritable = [&] {
    auto failed = failure(Fault::unwritable, fmt::format("{}: {}", path.string(), reason()));
    if (file != nullptr) (void)std::remove(part.c_str());
    return failed;
  };
  if (file == nullptr) return unwritable();
  const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  // Buffered bytes may meet a full disk only now.
  const bool kept = std::fflush(file) == 0 && ::fsync(::fileno(file)) == 0;
  if (std::fclose(file) != 0 || !whole || !kept) return unwritable();
  if (std::rename(part.c_str(), path.c_str()) != 0) return unwritable();
  return {};
}

std::optional<FileIdentity> identity_of(const std::filesystem::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return identity_in(status);
}

std::optional<FileIdentity> identity_of(int descriptor) {
  struct stat status{};
  if (::fstat(descriptor, &status) != 0) return std::nullopt;
  return identity_in(status);
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace stemma
