#include "ingest/reader.h"

#include <fmt/format.h>

#include <fstream>

#include "base/text.h"
#include "ingest/article_json.h"

namespace stemma {

struct Reader::State {
  std::vector<std::string> inputs;
  ReadLimits limits;
  std::size_t at = 0, line = 0;
  std::ifstream file;
};

Reader::Reader(std::vector<std::string> inputs, ReadLimits limits)
    : state_(std::make_unique<State>()) {
  state_->inputs = std::move(inputs);
  state_->limits = limits;
}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::optional<Result<Document>> Reader::next() {
  State& s = *state_;
  std::string line;
  while (s.at < s.inputs.size()) {
    if (!s.file.is_open()) s.file.open(s.inputs[s.at]);
    if (std::getline(s.file, line)) {
      const std::string place = fmt::format("{}:{}", s.inputs[s.at], ++s.line);
      if (trim(line).empty()) continue;
      auto json = Json::parse(line);
      if (!json) return failure(json.error().fault, place + ": " + json.error().message);
      auto document = read_article_json(json->root(), place);
      if (document) document->path = s.inputs[s.at];
      return document;
    }
    s.file.close();
    s.file.clear();
    s.line = 0;
    ++s.at;
  }
  return std::nullopt;
}

}  // namespace stemma
