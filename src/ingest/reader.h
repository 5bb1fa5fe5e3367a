#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/document.h"

namespace stemma {

/// What is read at most. Past a limit the input, or the member, is refused by name; the rest goes
/// on.
struct ReadLimits {
  std::uint64_t document_bytes = std::uint64_t{256} << 20;  ///< one page or text, inflated
  std::uint64_t line_bytes = std::uint64_t{256} << 20;      ///< one line of JSON Lines
  std::uint64_t feed_bytes = std::uint64_t{64} << 20;       ///< one feed (it is held whole)
  std::uint64_t inflate_ratio = 1000;  ///< bytes out for a byte in, once 16 MiB came out
  std::uint32_t directory_depth = 64;
};

/// Reads inputs one document at a time: paths, directories (walked recursively, in name order), `-`
/// for standard input. What an input is, is found from its first bytes, then from its name: HTML,
/// plain text, JSON Lines, WARC (plain or gzip), RSS, Atom, JSON Feed. Memory is bounded by one
/// document, whatever the archive's size. Not thread-safe.
class Reader {
 public:
  explicit Reader(std::vector<std::string> inputs, ReadLimits limits = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  /// The next document, or why an input or a member of one is refused; nothing at the end. After a
  /// refusal reading goes on with what follows.
  std::optional<Result<Document>> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stemma
