#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/byte_source.h"

namespace stemma {

/// Bytes read through a window, with a look ahead. When the source fails, the bytes before are
/// read as if it ended there and `error` says why, so what is whole is never lost.
class Input {
 public:
  enum class Line { whole, too_long, end };

  explicit Input(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  /// The next `size` bytes, or all that are left, without taking them. Valid until the next call.
  std::string_view peek(std::size_t size);
  /// The same, with whatever else the window holds.
  std::string_view look(std::size_t size);
  bool at_end() { return look(1).empty(); }

  /// Takes up to `size` bytes and appends them; says how many there were.
  std::uint64_t take(std::uint64_t size, std::string& into);
  std::uint64_t skip(std::uint64_t size);

  /// Takes a line and its end (LF or CR LF), and puts it into `line` without that end. A line over
  /// `limit` bytes is passed over whole.
  Line take_line(std::uint64_t limit, std::string& line);

  /// Bytes taken so far.
  std::uint64_t position() const { return position_; }
  /// Why the bytes ended before their time, if they did.
  const std::optional<Error>& error() const { return error_; }

  /// Gives the source away, at its first byte; nothing when it cannot go back there.
  std::unique_ptr<ByteSource> release_rewound();

 private:
  bool fill();  // reads more into the window; false at the end
  std::string_view window() const { return {buffer_.data() + begin_, end_ - begin_}; }
  void consume(std::size_t size);

  std::unique_ptr<ByteSource> source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t position_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

/// All bytes that are left, or why not: `Fault::too_large` past `limit`. Bytes before a failure of
/// the source are in `into` either way.
Result<void> take_all(Input& input, std::uint64_t limit, std::string& into);

/// All bytes of an input, those taken before too, from a source that can seek: its own, or a copy
/// of at most `limit` bytes when nothing was taken yet.
Result<std::unique_ptr<ByteSource>> seekable(Input input, std::uint64_t limit);

/// A source that gives what an input has left.
std::unique_ptr<ByteSource> rest_of(Input input);

}  // namespace stemma
