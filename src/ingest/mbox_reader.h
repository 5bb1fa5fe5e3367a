#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "ingest/document_stream.h"
#include "ingest/input.h"

namespace stemma {

/// How many first bytes of an input `begins_as_mailbox` wants.
inline constexpr std::size_t kMailboxMarkBytes = 5;

/// Whether what is a mail by its header begins with the line that only mailboxes put before it.
bool begins_as_mailbox(std::string_view head);

/// Reads a mailbox (RFC 4155, "mboxrd" and "mboxo"), a message at a time:
///
///     From ada@example.org Fri May  3 10:08:00 2024
///     header: value …
///     (blank line)
///     text; a line of it that began with "From " has a ">" before it
///     (blank line)
///
/// A line begins a message when it begins with "From ", holds a time and a year, and the line
/// before it is blank, so that a sentence which no one quoted does not cut its mail in two. A
/// message's documents are `mailbox#N` and, of what it encloses, `mailbox#N#M`. One larger than
/// `limits.document_bytes` is passed over and refused. Memory is bounded by one message.
class MboxReader : public DocumentStream {
 public:
  MboxReader(Input input, std::string path, const ReadLimits& limits);
  std::optional<Result<Document>> next() override;

 private:
  void read_message();

  Input input_;
  std::string path_;
  ReadLimits limits_;
  std::uint64_t number_ = 0;
  bool over_ = false;
  std::deque<Result<Document>> ready_;
};

}  // namespace stemma
