#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "ingest/byte_source.h"
#include "ingest/limits.h"
#include "ingest/revisits.h"
#include "model/document.h"

namespace stemma {

/// The documents of one input, one after another. A refusal names its place; reading goes on after
/// it.
class DocumentStream {
 public:
  virtual ~DocumentStream() = default;
  virtual std::optional<Result<Document>> next() = 0;
};

/// Opens bytes of any kind: unpacks gzip and zstd, tells the format, and reads it. `path` names the
/// input in messages and documents. Reading starts here and may already have met the end. What web
/// archives hold only by reference is noted in `revisits`, if given; it must outlive the stream.
std::unique_ptr<DocumentStream> open_documents(std::unique_ptr<ByteSource> bytes, std::string path,
                                               const ReadLimits& limits,
                                               Revisits* revisits = nullptr);

}  // namespace stemma
