#include "ingest/reader.h"

#include <fmt/format.h>

#include <utility>

#include "base/guard.h"
#include "base/utf8.h"
#include "ingest/byte_source.h"
#include "ingest/document_stream.h"
#include "ingest/walk.h"

namespace stemma {

struct Reader::State {
  State(std::vector<std::string> inputs, const ReadLimits& read_limits,
        std::vector<FileIdentity> skipped)
      : walk(std::move(inputs), read_limits, std::move(skipped)), limits(read_limits) {}

  // Opens the next input; false at the end. A refusal goes to `refusal`.
  bool open_next();
  // The next document of the open input; nothing at its end. An exception is its end too.
  std::optional<Result<Document>> next_document();

  Walk walk;
  ReadLimits limits;
  Revisits revisits;
  std::string name;  // of the open input
  std::unique_ptr<DocumentStream> stream;
  std::optional<Error> refusal;
};

bool Reader::State::open_next() {
  auto path = walk.next();
  if (!path) return false;
  if (!*path) {
    refusal = path->error();
    return true;
  }
  // Names become part of messages and of JSON: a name in another encoding is made readable.
  name = repair_utf8(**path);
  auto bytes = open_file(**path);
  if (!bytes) {
    refusal = {bytes.error().fault, fmt::format("{}: {}", name, bytes.error().message)};
    return true;
  }
  stream = open_documents(std::move(*bytes), name, limits, &revisits);
  return true;
}

std::optional<Result<Document>> Reader::State::next_document() {
  using Next = std::optional<Result<Document>>;
  auto next = guarded(name, [&]() -> Result<Next> { return stream->next(); });
  if (next && *next) return std::move(*next);
  stream.reset();
  return next ? std::nullopt : Next(tl::unexpected(next.error()));
}

Reader::Reader(std::vector<std::string> inputs, ReadLimits limits,
               std::vector<FileIdentity> skipped)
    : state_(std::make_unique<State>(std::move(inputs), limits, std::move(skipped))) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::optional<Result<Document>> Reader::next() {
  State& state = *state_;
  while (true) {
    if (state.stream) {
      if (auto document = state.next_document()) return document;
    }
    if (!state.open_next()) return std::nullopt;
    if (state.refusal) return tl::unexpected(*std::exchange(state.refusal, std::nullopt));
  }
}

std::vector<std::string> Reader::remarks() const {
  std::vector<std::string> remarks;
  if (auto revisits = state_->revisits.summary()) remarks.push_back(std::move(*revisits));
  return remarks;
}

}  // namespace stemma
