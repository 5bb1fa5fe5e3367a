#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/document_stream.h"
#include "ingest/input.h"

namespace stemma {

/// Reads articles and news items (IPTC ninjs) in JSON Lines, a line at a time. A document's path is
/// the one its article carries, or else `file#line`. A broken line is refused as `file:line` and
/// the rest goes on; so is a line over `limits.line_bytes`. A byte-order mark and blank lines are
/// passed over.
class JsonLinesReader : public DocumentStream {
 public:
  JsonLinesReader(Input input, std::string path, const ReadLimits& limits);
  std::optional<Result<Document>> next() override;

 private:
  Input input_;
  std::string path_;
  ReadLimits limits_;
  std::uint64_t number_ = 0;
  bool over_ = false;
  std::string line_;
  std::vector<Result<Document>> ready_;  // of a line that holds more than one, in reverse
};

/// The documents of one JSON text: an article or a news item (IPTC ninjs), an array of them, or a
/// JSON Feed (version 1 and 1.1), whose items are `path#N`.
std::vector<Result<Document>> read_json(std::string_view text, std::string_view path);

/// The same of what the press alone writes: news items (IPTC ninjs), one or an array of them, and
/// JSON Feeds. None when the text is neither.
std::vector<Result<Document>> read_press_json(std::string_view text, std::string_view path);

}  // namespace stemma
