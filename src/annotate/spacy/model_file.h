#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace stemma::spacy {

/// A language model as one flat file that is mapped into memory:
///
///     header    64 bytes   magic "STEMMAMD", version, number of sections, size, checksum
///     sections  64 bytes each: name, offset, size
///     arrays and texts, each at a multiple of 64 bytes; numbers are little endian
///
/// The checksum (XXH3, 64 bits) covers all but itself, so a file cut short anywhere or with any bit
/// turned is refused. Several processes that map one file share its pages. A file that is cut or
/// written over while it is mapped is out of scope: the system ends the process that reads a page
/// which is no longer there (SIGBUS). `stemma model add` puts a new file beside and renames it.
class ModelFile {
 public:
  static constexpr std::uint32_t kVersion = 1;
  static constexpr std::uint32_t kMaxSections = 256;
  static constexpr std::size_t kAlignment = 64;

  /// O(size) for the checksum: about 3 ms for 30 MB in the page cache.
  static Result<ModelFile> open(const std::filesystem::path& path);
  /// The same from bytes in memory, which are copied.
  static Result<ModelFile> from_bytes(std::string_view bytes);
  /// The same over bytes that stay where they are, at a multiple of kAlignment, unchanged while
  /// this is used. `owner` is kept for that long; it may be null.
  static Result<ModelFile> in_place(std::string_view bytes, std::shared_ptr<const void> owner);

  ModelFile(ModelFile&&) noexcept;
  ModelFile& operator=(ModelFile&&) noexcept;
  ~ModelFile();

  std::uint64_t size_bytes() const { return bytes_.size(); }

  /// The section of that name; empty when there is none.
  std::string_view bytes(std::string_view name) const;

  /// The section as an array of exactly `count` numbers, or of any number of them. An absent or
  /// misfitting section is an error that names it.
  Result<std::span<const float>> floats(std::string_view name, std::uint64_t count) const;
  Result<std::span<const float>> floats(std::string_view name) const;
  Result<std::span<const std::uint32_t>> words(std::string_view name) const;
  Result<std::span<const std::uint64_t>> keys(std::string_view name) const;

 private:
  struct Memory;
  ModelFile();
  static Result<ModelFile> check(std::unique_ptr<Memory> memory);
  template <class T>
  Result<std::span<const T>> array(std::string_view name) const;

  std::unique_ptr<Memory> memory_;
  std::string_view bytes_;
  std::vector<std::pair<std::string_view, std::string_view>> sections_;
};

/// Puts a model file together.
class ModelFileWriter {
 public:
  void add(std::string_view name, std::string_view bytes);
  template <class T>
  void add(std::string_view name, const std::vector<T>& numbers) {
    add(name, std::string_view(reinterpret_cast<const char*>(numbers.data()),
                               numbers.size() * sizeof(T)));
  }
  /// The whole file with its checksum.
  std::string finish() const;
  /// Gives a file that was changed the checksum of its new bytes; for tests of what lies behind it.
  static void seal(std::string& file);

 private:
  std::vector<std::pair<std::string, std::string>> sections_;
};

/// Sorted strings in two sections, `name` (the characters) and `name/ends`; a lookup is O(log n).
class StringTableView {
 public:
  static Result<StringTableView> load(const ModelFile& file, const std::string& name);
  static void write(ModelFileWriter& writer, const std::string& name,
                    const std::vector<std::string>& strings);

  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1];
    return characters_.substr(begin, ends_[i] - begin);
  }
  /// Index of the string, or size(). The strings must be sorted.
  std::size_t find(std::string_view text) const;
  bool contains(std::string_view text) const { return find(text) != size(); }

 private:
  std::string_view characters_;
  std::span<const std::uint32_t> ends_;
};

}  // namespace stemma::spacy
