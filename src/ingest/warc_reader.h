#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/document_stream.h"
#include "ingest/input.h"
#include "ingest/payload.h"
#include "ingest/revisits.h"

namespace stemma {

/// Reads a web archive (ISO 28500, WARC 1.0 and 1.1), already unpacked, a record at a time.
///
///     WARC/1.1 CRLF
///     name: value CRLF …  CRLF
///     block of Content-Length bytes   CRLF CRLF
///
/// Pages, texts and feeds in `response`, `resource` and `conversion` records are documents; other
/// records, other media types and answers that are not 2xx are passed over. A document's path is
/// `archive#N`: the N-th record of the archive, counted from 1 over all records. A damaged record
/// is refused by that name and reading goes on at the next line that begins a record; a record
/// larger than `limits.document_bytes` is passed over and refused. A `revisit` record gives nothing
/// either; it is noted in `revisits`. Memory is bounded by one record.
class WarcReader : public DocumentStream {
 public:
  WarcReader(Input input, std::string path, const ReadLimits& limits, Revisits* revisits = nullptr);
  std::optional<Result<Document>> next() override;

 private:
  struct Record {
    std::string type, url, date;
    std::string payload_digest;
    std::string revisited_url, revisited_date;  // of a revisit
    MediaType media;
    std::uint64_t length = 0;
    bool was_cut = false;
  };

  // The head of the HTTP answer that a block begins with; views of its own bytes.
  struct HttpHead {
    std::string bytes;
    HttpResponseView view;
  };

  std::string place() const;
  Error error_here(Fault fault, std::string reason) const;
  Error cut_short(std::uint64_t there, std::uint64_t of);
  Result<bool> find_record();
  Result<Record> read_head();
  std::string_view http_ahead(const Record& record);
  Result<std::string> read_block(const Record& record, std::uint64_t head_bytes);
  Result<Payload> read_payload(const Record& record);
  bool is_wanted(const Record& record, std::optional<HttpHead>& http, Payload& payload);
  void note(const Record& record);
  Result<void> decode(HttpHead& http, Payload& payload) const;
  void read_record();

  Input input_;
  std::string path_;
  ReadLimits limits_;
  Revisits* revisits_;
  std::uint64_t number_ = 0;
  bool over_ = false;
  bool refused_head_ = false;  // what follows is the rest of a record that was refused already
  std::deque<Result<Document>> ready_;
};

}  // namespace stemma
