#include "annotate/spacy/model_file.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <cstring>

namespace stemma::spacy {
namespace {

constexpr std::string_view kMagic = "STEMMAMD";
constexpr std::size_t kAlignment = ModelFile::kAlignment;

struct Header {
  char magic[8];
  std::uint32_t version, sections;
  std::uint64_t size;
  std::uint8_t reserved[32];
  std::uint64_t checksum;  // of all that stands before and after it
};
static_assert(sizeof(Header) == kAlignment);

struct Section {
  char name[48];
  std::uint64_t offset, size;
};
static_assert(sizeof(Section) == kAlignment);

std::uint64_t checksum(std::string_view bytes) {
  const std::uint64_t head = XXH3_64bits(bytes.data(), offsetof(Header, checksum));
  return XXH3_64bits_withSeed(bytes.data() + sizeof(Header), bytes.size() - sizeof(Header), head);
}

std::size_t aligned(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

tl::unexpected<Error> damaged(std::string_view why) {
  return failure(Fault::model, fmt::format("damaged model file: {}", why));
}

}  // namespace

struct alignas(kAlignment) Block {
  char bytes[kAlignment];
};

struct ModelFile::Memory {
  boost::interprocess::mapped_region region;
  std::vector<Block> copy;
  std::shared_ptr<const void> owner;
  const char* begin = nullptr;
  std::size_t size = 0;
};

ModelFile::ModelFile() = default;
ModelFile::ModelFile(ModelFile&&) noexcept = default;
ModelFile& ModelFile::operator=(ModelFile&&) noexcept = default;
ModelFile::~ModelFile() = default;

Result<ModelFile> ModelFile::open(const std::filesystem::path& path) {
  namespace ipc = boost::interprocess;
  std::error_code code;
  if (!std::filesystem::exists(path, code)) return failure(Fault::model, "no such model file");
  if (!std::filesystem::is_regular_file(path, code)) {
    return failure(Fault::model, "not a file that could be a model");
  }
  if (std::filesystem::file_size(path, code) == 0) return damaged("it is empty");
  auto memory = std::make_unique<Memory>();
  try {
    const ipc::file_mapping mapping(path.c_str(), ipc::read_only);
    memory->region = ipc::mapped_region(mapping, ipc::read_only);
  } catch (const ipc::interprocess_exception& problem) {
    return failure(Fault::model, fmt::format("cannot be mapped: {}", problem.what()));
  }
  memory->begin = static_cast<const char*>(memory->region.get_address());
  memory->size = memory->region.get_size();
  return check(std::move(memory));
}

Result<ModelFile> ModelFile::from_bytes(std::string_view bytes) {
  if (bytes.empty()) return damaged("it is empty");
  auto memory = std::make_unique<Memory>();
  memory->copy.resize(bytes.size() / kAlignment + 1);
  std::memcpy(memory->copy.data(), bytes.data(), bytes.size());
  memory->begin = memory->copy.front().bytes;
  memory->size = bytes.size();
  return check(std::move(memory));
}

Result<ModelFile> ModelFile::in_place(std::string_view bytes, std::shared_ptr<const void> owner) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % kAlignment != 0) {
    return failure(Fault::model,
                   fmt::format("the model does not lie at a multiple of {} bytes", kAlignment));
  }
  auto memory = std::make_unique<Memory>();
  memory->owner = std::move(owner);
  memory->begin = bytes.data();
  memory->size = bytes.size();
  return check(std::move(memory));
}

Result<ModelFile> ModelFile::check(std::unique_ptr<Memory> memory) {
  ModelFile file;
  file.bytes_ = {memory->begin, memory->size};
  file.memory_ = std::move(memory);
  const std::string_view bytes = file.bytes_;
  Header header{};
  if (bytes.size() < sizeof header) {
    return damaged(fmt::format("it ends in its header, at byte {}", bytes.size()));
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != kMagic) {
    return failure(Fault::model, "not a model file of this program");
  }
  if (header.version != kVersion) {
    return failure(Fault::model, fmt::format("a model file of version {}; this program reads {}",
                                             header.version, kVersion));
  }
  if (header.size != bytes.size()) {
    return damaged(
        fmt::format("it has {} bytes where its header says {}", bytes.size(), header.size));
  }
  if (header.checksum != checksum(bytes)) {
    return damaged(
        fmt::format("its {} bytes do not give the checksum in its header", bytes.size()));
  }
  if (header.sections > kMaxSections ||
      sizeof header + header.sections * sizeof(Section) > bytes.size()) {
    return damaged(fmt::format("its header says {} sections", header.sections));
  }
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    const char* at = bytes.data() + sizeof header + i * sizeof(Section);
    Section section{};
    std::memcpy(&section, at, sizeof section);
    if (section.offset % kAlignment != 0 || section.offset > bytes.size() ||
        section.size > bytes.size() - section.offset) {
      return damaged(fmt::format("section {} lies outside of it", i));
    }
    file.sections_.emplace_back(std::string_view(at, strnlen(section.name, sizeof section.name)),
                                bytes.substr(section.offset, section.size));
  }
  return file;
}

std::string_view ModelFile::bytes(std::string_view name) const {
  for (const auto& [section, bytes] : sections_) {
    if (section == name) return bytes;
  }
  return {};
}

template <class T>
Result<std::span<const T>> ModelFile::array(std::string_view name) const {
  const std::string_view found = bytes(name);
  if (found.empty() || found.size() % sizeof(T) != 0) {
    return damaged(fmt::format("section {} is missing or cut", name));
  }
  // Sections start at multiples of 64 bytes of a block that itself does.
  return std::span<const T>(reinterpret_cast<const T*>(found.data()), found.size() / sizeof(T));
}

Result<std::span<const float>> ModelFile::floats(std::string_view name) const {
  return array<float>(name);
}

Result<std::span<const float>> ModelFile::floats(std::string_view name, std::uint64_t count) const {
  auto found = array<float>(name);
  if (found && found->size() != count) {
    return damaged(fmt::format("section {} has {} numbers, not {}", name, found->size(), count));
  }
  return found;
}

Result<std::span<const std::uint32_t>> ModelFile::words(std::string_view name) const {
  return array<std::uint32_t>(name);
}

Result<std::span<const std::uint64_t>> ModelFile::keys(std::string_view name) const {
  return array<std::uint64_t>(name);
}

void ModelFileWriter::add(std::string_view name, std::string_view bytes) {
  sections_.emplace_back(name, bytes);
}

std::string ModelFileWriter::finish() const {
  std::size_t size = sizeof(Header) + sections_.size() * sizeof(Section);
  std::vector<Section> table;
  for (const auto& [name, bytes] : sections_) {
    Section section{};
    std::memcpy(section.name, name.data(), std::min(name.size(), sizeof section.name - 1));
    section.offset = aligned(size);
    section.size = bytes.size();
    size = section.offset + section.size;
    table.push_back(section);
  }
  std::string file(size, '\0');
  Header header{};
  std::memcpy(header.magic, kMagic.data(), sizeof header.magic);
  header.version = ModelFile::kVersion;
  header.sections = static_cast<std::uint32_t>(table.size());
  header.size = size;
  std::memcpy(file.data(), &header, sizeof header);
  for (std::size_t i = 0; i < table.size(); ++i) {
    std::memcpy(file.data() + sizeof header + i * sizeof(Section), &table[i], sizeof(Section));
    const std::string& bytes = sections_[i].second;
    std::memcpy(file.data() + table[i].offset, bytes.data(), bytes.size());
  }
  seal(file);
  return file;
}

void ModelFileWriter::seal(std::string& file) {
  if (file.size() < sizeof(Header)) return;
  const std::uint64_t sum = checksum(file);
  std::memcpy(file.data() + offsetof(Header, checksum), &sum, sizeof sum);
}

Result<StringTableView> StringTableView::load(const ModelFile& file, const std::string& name) {
  StringTableView table;
  table.characters_ = file.bytes(name);
  auto ends = file.words(name + "/ends");
  if (!ends) return tl::unexpected(ends.error());
  table.ends_ = *ends;
  if (!std::is_sorted(ends->begin(), ends->end()) || ends->back() > table.characters_.size()) {
    return damaged(fmt::format("section {} is not a table of strings", name));
  }
  return table;
}

void StringTableView::write(ModelFileWriter& writer, const std::string& name,
                            const std::vector<std::string>& strings) {
  std::string characters;
  std::vector<std::uint32_t> ends;
  for (const std::string& text : strings) {
    characters += text;
    ends.push_back(static_cast<std::uint32_t>(characters.size()));
  }
  writer.add(name, characters);
  writer.add(name + "/ends", ends);
}

std::size_t StringTableView::find(std::string_view text) const {
  std::size_t low = 0, high = size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if ((*this)[middle] < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < size() && (*this)[low] == text ? low : size();
}

}  // namespace stemma::spacy
