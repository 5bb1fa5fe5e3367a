#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/http_message.h"
#include "ingest/limits.h"
#include "model/document.h"

namespace stemma {

/// One thing out of a container (a web archive, a mail), with what the container says about it.
struct Payload {
  std::string path;  ///< `archive#record`
  std::string url;   ///< may be empty
  MediaType media;   ///< type is empty when it is not known
  std::string bytes;
  std::vector<std::string> warnings;
};

/// Whether something of this media type can hold an article. An unknown type can.
bool is_readable(const MediaType& media);

/// The documents that a payload holds: itself when it is a page, a text or a PDF, the items when
/// it is a feed, none when it is anything else, as most of an archive is.
std::vector<Result<Document>> documents_of(Payload payload, const ReadLimits& limits);

}  // namespace stemma
