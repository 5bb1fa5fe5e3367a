#include "ingest/document_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/encoding.h"
#include "base/text.h"
#include "ingest/inflate.h"
#include "ingest/input.h"
#include "ingest/json_reader.h"
#include "ingest/mbox_reader.h"
#include "ingest/payload.h"
#include "ingest/sniff.h"
#include "ingest/warc_reader.h"
#include "ingest/zip_reader.h"

namespace stemma {
namespace {

/// How far past the first bytes the format is looked for, when these are blank or a comment.
constexpr std::size_t kFarSniffBytes = std::size_t{1} << 20;
/// Compression inside compression is undone this often.
constexpr int kMaxWrappings = 2;

using Documents = std::vector<Result<Document>>;

// Documents that are all there already.
class ReadyStream : public DocumentStream {
 public:
  explicit ReadyStream(Documents documents) : documents_(std::move(documents)) {}
  std::optional<Result<Document>> next() override {
    if (at_ == documents_.size()) return std::nullopt;
    return std::move(documents_[at_++]);
  }

 private:
  Documents documents_;
  std::size_t at_ = 0;
};

std::unique_ptr<DocumentStream> ready(Documents documents) {
  return std::make_unique<ReadyStream>(std::move(documents));
}

std::unique_ptr<DocumentStream> refused(Fault fault, std::string message) {
  Documents documents;
  documents.emplace_back(failure(fault, std::move(message)));
  return ready(std::move(documents));
}

// What is one document, or is read whole.
class WholeInput {
 public:
  WholeInput(Input input, std::string path, const ReadLimits& limits)
      : input_(std::move(input)), path_(std::move(path)), limits_(limits) {}

  std::unique_ptr<DocumentStream> read(Format format) {
    std::string bytes;
    const bool is_xml =
        format == Format::feed || format == Format::newsml || format == Format::sitemap;
    const std::uint64_t limit = is_xml ? limits_.feed_bytes : limits_.document_bytes;
    if (const auto taken = take_all(input_, limit, bytes); !taken) {
      return refused(taken.error().fault, fmt::format("{}: {}", path_, taken.error().message));
    }
    if (format == Format::json_lines) return lines_of_other_encoding(bytes);
    Payload payload;
    payload.path = path_;
    payload.bytes = std::move(bytes);
    return ready(documents_as(format, std::move(payload), limits_));
  }

 private:
  std::unique_ptr<DocumentStream> lines_of_other_encoding(std::string_view bytes) {
    Input decoded(own_bytes(decode_text(bytes, "", false).text));
    return std::make_unique<JsonLinesReader>(std::move(decoded), path_, limits_);
  }

  Input input_;
  std::string path_;
  ReadLimits limits_;
};

// A page may begin with thousands of blank lines, or with a long comment.
Sniffed sniff_input(Input& input, std::string_view path) {
  const std::string_view head = input.peek(kSniffBytes);
  const Sniffed near = sniff(head, path);
  const bool open =
      near.format == Format::empty || (near.format == Format::text && trim(head).starts_with('<'));
  return open && head.size() == kSniffBytes ? sniff(input.peek(kFarSniffBytes), path) : near;
}

bool is_wide(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
         head.substr(0, 4).find('\0') != std::string_view::npos;
}

std::string nothing_in(const Input& input, std::string_view path) {
  if (input.error()) return fmt::format("{}: {}", path, input.error()->message);
  return fmt::format("{}: empty", path);
}

}  // namespace

std::unique_ptr<DocumentStream> open_documents(std::unique_ptr<ByteSource> bytes, std::string path,
                                               const ReadLimits& limits, Revisits* revisits) {
  Input input(std::move(bytes));
  Sniffed is = sniff_input(input, path);
  for (int unwrapped = 0; is.format == Format::gzip || is.format == Format::zstd; ++unwrapped) {
    if (unwrapped == kMaxWrappings) {
      return refused(Fault::unsupported,
                     fmt::format("{}: compressed more than {} times", path, kMaxWrappings));
    }
    const Coding coding = is.format == Format::gzip ? Coding::gzip : Coding::zstd;
    input = Input(inflate(rest_of(std::move(input)), coding, limits));
    is = sniff_input(input, path);
  }
  switch (is.format) {
    case Format::empty:
      return refused(input.error() ? input.error()->fault : Fault::empty, nothing_in(input, path));
    case Format::unsupported:
      return refused(Fault::unsupported, fmt::format("{}: {}, which is not read", path, is.what));
    case Format::warc:
      return std::make_unique<WarcReader>(std::move(input), std::move(path), limits, revisits);
    case Format::zip: {
      auto source = seekable(std::move(input), limits.spool_bytes);
      if (source) {
        return std::make_unique<ZipReader>(std::move(*source), std::move(path), limits, revisits);
      }
      return refused(source.error().fault, fmt::format("{}: {}", path, source.error().message));
    }
    case Format::mail:
      if (begins_as_mailbox(input.peek(kMailboxMarkBytes))) {
        return std::make_unique<MboxReader>(std::move(input), std::move(path), limits);
      }
      return WholeInput(std::move(input), std::move(path), limits).read(is.format);
    case Format::json_lines:
      if (!is_wide(input.peek(4))) {
        return std::make_unique<JsonLinesReader>(std::move(input), std::move(path), limits);
      }
      [[fallthrough]];
    default:
      return WholeInput(std::move(input), std::move(path), limits).read(is.format);
  }
}

}  // namespace stemma
