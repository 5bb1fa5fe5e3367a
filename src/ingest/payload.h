#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/http_message.h"
#include "ingest/limits.h"
#include "ingest/sniff.h"
#include "model/document.h"

namespace stemma {

/// One thing that is read whole: a file, or something out of a container (a web archive, a mail)
/// with what the container says about it.
struct Payload {
  std::string path;  ///< `archive#record`
  std::string url;   ///< may be empty
  MediaType media;   ///< type is empty when it is not known
  std::string bytes;
  std::string received;  ///< when it was got from its server, ISO 8601; may be empty
  std::vector<std::string> warnings;
  /// Whether it was asked for by its own name. What an archive holds beside its reports is not.
  bool is_asked_for = false;
};

/// Whether something of this media type can hold an article. An unknown type can.
bool is_readable(const MediaType& media);

/// The documents that a payload holds: itself when it is a page or a text, the items when it is a
/// feed. What was asked for and is not read is refused by name. In passing, JSON is read only in
/// the press's forms (ninjs, JSON Feed), since pages load much other; bytes of no declared type
/// are no text; and what is not read gives nothing, as most of an archive does.
std::vector<Result<Document>> documents_of(Payload payload, const ReadLimits& limits);

/// The same of a format that is known: any but archives and packed data.
std::vector<Result<Document>> documents_as(Format format, Payload payload,
                                           const ReadLimits& limits);

}  // namespace stemma
