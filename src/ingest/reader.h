#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "ingest/limits.h"
#include "model/document.h"

namespace stemma {

/// Reads inputs one document at a time: paths, directories (walked recursively, in name order), `-`
/// for standard input. What an input is, is found from its first bytes, then from its name: HTML,
/// plain text, JSON Lines, RSS, Atom, JSON Feed, ninjs, NewsML-G2, NITF, WARC, WACZ, ZIP, MHTML,
/// mail, mailboxes, PDF; all of them in gzip or zstd too. `skipped` files are passed over where a
/// directory holds them. Memory is bounded by one document, whatever the archive's size. Not
/// thread-safe.
class Reader {
 public:
  explicit Reader(std::vector<std::string> inputs, ReadLimits limits = {},
                  std::vector<FileIdentity> skipped = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  /// The next document, or why an input or a member of one is refused; nothing at the end. After a
  /// refusal reading goes on with what follows.
  std::optional<Result<Document>> next();

  /// What is to be said of the run as a whole once it has ended: what web archives held only by
  /// reference.
  std::vector<std::string> remarks() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stemma
