#include "pipeline/batch.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "base/guard.h"

namespace stemma {
namespace {

// A page that cannot be looked at has no lines.
PageLines lines_of(const Result<Document>& document) {
  if (!document) return {};
  auto lines =
      guarded(document->path, [&]() -> Result<PageLines> { return lines_of_page(*document); });
  return lines ? std::move(*lines) : PageLines{};
}

}  // namespace

bool can_be_read_twice(const std::vector<std::string>& inputs) {
  return std::all_of(inputs.begin(), inputs.end(), [](const std::string& input) {
    namespace fs = std::filesystem;
    std::error_code code;
    const fs::file_status status = fs::status(input, code);
    return input != "-" &&
           (!fs::exists(status) || fs::is_regular_file(status) || fs::is_directory(status));
  });
}

RepeatedLines repeated_in(Reader& reader, std::size_t in_flight) {
  using tbb::filter_mode;
  std::vector<PageLines> pages;
  const auto read = [&](tbb::flow_control& control) -> Result<Document>* {
    auto next = reader.next();
    if (next) return std::make_unique<Result<Document>>(std::move(*next)).release();
    control.stop();
    return nullptr;
  };
  const auto look = [](Result<Document>* raw) -> PageLines* {
    const std::unique_ptr<Result<Document>> document(raw);
    return std::make_unique<PageLines>(lines_of(*document)).release();
  };
  const auto keep = [&](PageLines* raw) {
    const std::unique_ptr<PageLines> page(raw);
    if (!page->outlet.empty()) pages.push_back(std::move(*page));
  };
  tbb::parallel_pipeline(
      in_flight, tbb::make_filter<void, Result<Document>*>(filter_mode::serial_in_order, read) &
                     tbb::make_filter<Result<Document>*, PageLines*>(filter_mode::parallel, look) &
                     tbb::make_filter<PageLines*, void>(filter_mode::serial_in_order, keep));
  return RepeatedLines(pages);
}

Result<std::deque<Result<Document>>> held_documents(Reader& reader, std::uint64_t limit_bytes) {
  std::deque<Result<Document>> held;
  std::uint64_t bytes = 0;
  while (auto next = reader.next()) {
    if (*next) bytes += (*next)->bytes.size() + (*next)->given.text.size();
    if (bytes > limit_bytes) {
      return failure(Fault::too_large,
                     fmt::format("a batch of which a part comes by a pipe is held in memory, at "
                                 "most {} bytes; give files, which are read twice instead",
                                 limit_bytes));
    }
    held.push_back(std::move(*next));
  }
  return held;
}

RepeatedLines repeated_in(const std::deque<Result<Document>>& documents) {
  std::vector<PageLines> pages(documents.size());
  tbb::parallel_for(std::size_t{0}, documents.size(),
                    [&](std::size_t i) { pages[i] = lines_of(documents[i]); });
  return RepeatedLines(pages);
}

}  // namespace stemma
