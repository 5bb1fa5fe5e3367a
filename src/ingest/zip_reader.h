#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "ingest/document_stream.h"
#include "ingest/zip_archive.h"

namespace stemma {

/// Reads what a ZIP archive holds, member by member, as a folder would be read: hidden files are
/// passed over, everything else is read by its content or refused by name. A member's documents are
/// `archive.zip#name`, or `archive.zip#name#N`.
///
/// A WACZ (Webrecorder's web archive collection, WACZ 1.1) is read for its web archives alone:
///
///     archive/*.warc.gz      the records
///     pages/pages.jsonl      the pages that a person asked for: {"url": …} a line
///     indexes/, datapackage.json, …
///
/// Where it lists its pages, HTML at other addresses (frames, advertisements) is passed over.
class ZipReader : public DocumentStream {
 public:
  /// `source` is at its first byte and can seek.
  ZipReader(std::unique_ptr<ByteSource> source, std::string path, const ReadLimits& limits,
            Revisits* revisits = nullptr);
  std::optional<Result<Document>> next() override;

 private:
  void look_for_pages();
  void read_pages(std::unique_ptr<ByteSource> lines);
  bool open_next(std::optional<Error>& refusal);
  bool is_wanted(const Document& document) const;

  std::unique_ptr<ByteSource> source_;
  std::string path_;
  ReadLimits limits_;
  Revisits* revisits_;
  bool is_collection_ = false;    // a WACZ
  std::set<std::string> pages_;   // addresses without what does not tell pages apart
  std::optional<Error> refusal_;  // of the archive as a whole
  std::unique_ptr<ZipArchive> archive_;
  std::unique_ptr<DocumentStream> member_;
};

}  // namespace stemma
