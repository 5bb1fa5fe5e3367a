#include "ingest/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace stemma {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

class RestSource : public ByteSource {
 public:
  explicit RestSource(Input input) : input_(std::move(input)) {}

  Result<std::size_t> read(char* into, std::size_t size) override {
    const std::string_view next = input_.peek(1);
    if (next.empty()) {
      if (input_.error()) return tl::unexpected<Error>(*input_.error());
      return std::size_t{0};
    }
    const std::string_view block = input_.peek(std::min(size, kBlockBytes));
    std::memcpy(into, block.data(), block.size());
    const std::size_t count = block.size();
    input_.skip(count);
    return count;
  }

 private:
  Input input_;
};

}  // namespace

bool Input::fill() {
  if (ended_) return false;
  if (begin_ == end_) begin_ = end_ = 0;
  if (buffer_.size() - end_ < kBlockBytes / 2) {
    // Room is made by moving the window to the front, and only then by growing.
    std::copy(buffer_.data() + begin_, buffer_.data() + end_, buffer_.data());
    end_ -= begin_;
    begin_ = 0;
    if (buffer_.size() - end_ < kBlockBytes / 2) buffer_.resize(buffer_.size() * 2 + kBlockBytes);
  }
  const auto count = source_->read(buffer_.data() + end_, buffer_.size() - end_);
  if (!count) error_ = count.error();
  ended_ = !count || *count == 0;
  if (!ended_) end_ += *count;
  return !ended_;
}

void Input::consume(std::size_t size) {
  begin_ += size;
  position_ += size;
}

std::string_view Input::look(std::size_t size) {
  while (end_ - begin_ < size && fill()) {
  }
  return window();
}

std::string_view Input::peek(std::size_t size) { return look(size).substr(0, size); }

std::uint64_t Input::take(std::uint64_t size, std::string& into) {
  std::uint64_t taken = 0;
  while (taken < size && !at_end()) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(size - taken, end_ - begin_));
    into.append(window().substr(0, count));
    consume(count);
    taken += count;
  }
  return taken;
}

std::uint64_t Input::skip(std::uint64_t size) {
  std::uint64_t skipped = 0;
  while (skipped < size && !at_end()) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(size - skipped, end_ - begin_));
    consume(count);
    skipped += count;
  }
  return skipped;
}

Input::Line Input::take_line(std::uint64_t limit, std::string& line) {
  line.clear();
  if (at_end()) return Line::end;
  bool too_long = false;
  while (!at_end()) {
    const std::string_view here = window();
    const std::size_t end = here.find('\n');
    const std::string_view part = here.substr(0, end);
    too_long = too_long || line.size() + part.size() > limit;
    if (!too_long) line.append(part);
    consume(end == std::string_view::npos ? here.size() : end + 1);
    if (end != std::string_view::npos) break;
  }
  if (too_long) {
    line.clear();
    return Line::too_long;
  }
  if (line.ends_with('\r')) line.pop_back();
  return Line::whole;
}

std::unique_ptr<ByteSource> Input::release_rewound() {
  if (!source_->seek(0)) return nullptr;
  begin_ = end_ = 0;
  ended_ = true;
  return std::move(source_);
}

Result<std::unique_ptr<ByteSource>> seekable(Input input, std::uint64_t limit) {
  if (auto source = input.release_rewound()) return source;
  return spool(*rest_of(std::move(input)), limit);
}

Result<void> take_all(Input& input, std::uint64_t limit, std::string& into) {
  input.take(limit, into);
  if (!input.at_end()) {
    return failure(Fault::too_large, fmt::format("larger than the limit of {} bytes", limit));
  }
  if (input.error()) return tl::unexpected<Error>(*input.error());
  return {};
}

std::unique_ptr<ByteSource> rest_of(Input input) {
  return std::make_unique<RestSource>(std::move(input));
}

}  // namespace stemma
