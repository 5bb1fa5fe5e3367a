#pragma once

// What the tests of the readers share: packing bytes, and reading a stream to its end.

#include <zlib.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document_stream.h"
#include "ingest/input.h"

namespace stemma {

/// Packs with zlib: window bits 31 are gzip, 15 are zlib, -15 raw deflate.
inline std::string packed(std::string_view bytes, int window_bits = 31) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

/// Everything a stream gives: the documents, and the messages of what it refuses.
struct Everything {
  std::vector<Document> documents;
  std::vector<std::string> refusals;
  std::vector<Fault> faults;
};

inline Everything everything(DocumentStream& stream) {
  Everything all;
  while (auto next = stream.next()) {
    if (*next) {
      all.documents.push_back(std::move(**next));
    } else {
      all.refusals.push_back(next->error().message);
      all.faults.push_back(next->error().fault);
    }
  }
  return all;
}

inline Everything everything_in(std::string bytes, std::string path, ReadLimits limits = {}) {
  return everything(*open_documents(own_bytes(std::move(bytes)), std::move(path), limits));
}

/// A source that gives a byte at a time, as a slow pipe may.
class SlowSource : public ByteSource {
 public:
  explicit SlowSource(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(char* into, std::size_t) override {
    if (at_ == bytes_.size()) return std::size_t{0};
    *into = bytes_[at_++];
    return std::size_t{1};
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace stemma
