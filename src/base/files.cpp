#include "base/files.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>

#include <array>
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
  const std::filesystem::path part = path.string() + ".part";
  const auto unwritable = [&] {
    return failure(Fault::unwritable, fmt::format("{}: {}", path.string(), reason()));
  };
  {
    std::FILE* file = std::fopen(part.c_str(), "wb");
    if (file == nullptr) return unwritable();
    const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    // Buffered bytes may meet a full disk only now.
    if (std::fclose(file) != 0 || !whole) {
      auto failed = unwritable();
      (void)std::remove(part.c_str());
      return failed;
    }
  }
  std::error_code code;
  std::filesystem::rename(part, path, code);
  if (code) {
    (void)std::remove(part.c_str());
    return failure(Fault::unwritable, fmt::format("{}: {}", path.string(), code.message()));
  }
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
