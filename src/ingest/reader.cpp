#include "ingest/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "ingest/byte_source.h"
#include "ingest/document_stream.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

// Walks the inputs as the user named them: a folder becomes its entries in name order.
class Walk {
 public:
  Walk(std::vector<std::string> inputs, std::uint32_t max_depth) : max_depth_(max_depth) {
    for (auto input = inputs.rbegin(); input != inputs.rend(); ++input) {
      pending_.push_back({std::move(*input), {}});
    }
  }

  /// The next path that is no folder, or why one is refused; nothing at the end.
  std::optional<Result<std::string>> next() {
    while (!pending_.empty()) {
      const Entry entry = std::move(pending_.back());
      pending_.pop_back();
      std::error_code code;
      if (entry.path == "-" || !fs::is_directory(entry.path, code)) return entry.path;
      if (auto listed = list(entry); !listed) return tl::unexpected(listed.error());
    }
    return std::nullopt;
  }

 private:
  struct Entry {
    std::string path;
    std::vector<fs::path> parents;  // the folders it was reached through, resolved
  };

  Result<void> list(const Entry& folder) {
    std::error_code code;
    const fs::path real = fs::canonical(folder.path, code);
    if (code) return failure(Fault::unreadable, fmt::format("{}: {}", folder.path, code.message()));
    if (std::find(folder.parents.begin(), folder.parents.end(), real) != folder.parents.end()) {
      return failure(Fault::unreadable,
                     fmt::format("{}: a link back to the folder it is in", folder.path));
    }
    if (folder.parents.size() >= max_depth_) {
      return failure(Fault::too_large,
                     fmt::format("{}: folders nested deeper than {}", folder.path, max_depth_));
    }
    std::vector<std::string> names;
    fs::directory_iterator entries(folder.path, code);
    for (const fs::directory_iterator end; !code && entries != end; entries.increment(code)) {
      const std::string name = entries->path().filename().string();
      if (!name.starts_with('.')) names.push_back(name);
    }
    if (code) return failure(Fault::unreadable, fmt::format("{}: {}", folder.path, code.message()));
    std::sort(names.rbegin(), names.rend());
    std::vector<fs::path> parents = folder.parents;
    parents.push_back(real);
    for (const std::string& name : names) {
      pending_.push_back({(fs::path(folder.path) / name).string(), parents});
    }
    return {};
  }

  std::vector<Entry> pending_;  // the next one last
  std::uint32_t max_depth_;
};

}  // namespace

struct Reader::State {
  Walk walk;
  ReadLimits limits;
  std::unique_ptr<DocumentStream> open;
};

Reader::Reader(std::vector<std::string> inputs, ReadLimits limits)
    : state_(std::make_unique<State>(
          State{Walk(std::move(inputs), limits.directory_depth), limits, nullptr})) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::optional<Result<Document>> Reader::next() {
  State& s = *state_;
  while (true) {
    if (s.open) {
      if (auto document = s.open->next()) return document;
      s.open.reset();
    }
    auto path = s.walk.next();
    if (!path) return std::nullopt;
    if (!*path) return tl::unexpected(path->error());
    auto bytes = open_file(**path);
    if (!bytes) {
      return failure(bytes.error().fault, fmt::format("{}: {}", **path, bytes.error().message));
    }
    s.open = open_documents(std::move(*bytes), **path, s.limits);
  }
}

}  // namespace stemma
