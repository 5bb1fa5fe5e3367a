#pragma once

#include <cstddef>
#include <string_view>

namespace stemma {

/// What an input is, as far as reading it goes.
enum class Format {
  empty,
  html,
  text,
  json_lines,
  json,       ///< one value over several lines: an article, an array of them, a JSON Feed
  feed,       ///< RSS, RDF, Atom: XML
  newsml,     ///< NewsML-G2 or NITF: XML
  sitemap,    ///< addresses, no text: XML
  addresses,  ///< addresses, no text: one a line
  mail,       ///< a mail, or a page saved as one file (MHTML)
  pdf,
  zip,  ///< also WACZ
  warc,
  gzip,
  zstd,
  unsupported,
};

struct Sniffed {
  Format format = Format::empty;
  std::string_view what;  ///< for a person, with its article: "a PDF document"
};

/// How many first bytes of an input `sniff` wants.
inline constexpr std::size_t kSniffBytes = 8192;

/// Tells what an input is from its first bytes, and only where these leave it open from its name
/// (both WHATWG MIME Sniffing and file's magic were models; the tables are ours).
Sniffed sniff(std::string_view head, std::string_view name);

}  // namespace stemma
