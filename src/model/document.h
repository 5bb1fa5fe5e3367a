#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/annotations.h"

namespace stemma {

/// One thing to read, between `ingest` and `extract`: the bytes of a page or a text, or an article
/// that came ready in JSON Lines, with what its container says about it.
struct Document {
  enum class Kind { html, text, article };
  Kind kind = Kind::text;
  std::string path;     ///< as the user named it; `archive#record` for a member
  std::string bytes;    ///< html: as received, in any encoding; text: the same; article: unused
  std::string charset;  ///< from an HTTP header or a mail part; may be empty

  std::string received;  ///< when it was got from its server, ISO 8601; empty when unknown

  /// What the container knows: the WARC target, a feed item's title, date, authors and outlet. For
  /// Kind::article it is the article itself, `text` included.
  Article given;
  Annotations annotations;            ///< layers that came with an article; empty otherwise
  std::vector<std::string> warnings;  ///< what was lost on the way here; each names its place
};

/// An article made from one document.
struct Extraction {
  Article article;
  Annotations annotations;
  std::vector<std::string> warnings;
};

}  // namespace stemma
