#include "ingest/zip_archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "ingest/inflate.h"

namespace stemma {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

}  // namespace

// Where libarchive reads from; its callbacks see nothing else.
struct ZipArchive::State {
  State(ByteSource& from, const ReadLimits& read_limits)
      : source(from),
        limits(read_limits),
        size(from.size()),
        most(std::min(limits.unpacked_bytes, kInflateGrace + size * limits.inflate_ratio)),
        block(kBlockBytes),
        handle(archive_read_new()) {
    if (handle == nullptr) throw std::bad_alloc();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { archive_read_free(handle); }

  std::string reason() const {
    if (error) return error->message;
    const char* text = archive_error_string(handle);
    return repair_utf8(text == nullptr ? "damaged ZIP data" : text);
  }

  ByteSource& source;
  ReadLimits limits;
  std::uint64_t size = 0, most = 0, position = 0, given = 0, members = 0;
  std::vector<char> block;
  std::optional<Error> error;  // of the source
  bool over = false;
  archive* handle;
};

namespace {

class MemberSource : public ByteSource {
 public:
  MemberSource(archive* handle, std::uint64_t& given, std::uint64_t most)
      : handle_(handle), given_(given), most_(most) {}

  Result<std::size_t> read(char* into, std::size_t size) override {
    const la_ssize_t count = archive_read_data(handle_, into, size);
    if (count < 0) {
      const char* text = archive_error_string(handle_);
      return failure(Fault::malformed, repair_utf8(text == nullptr ? "damaged ZIP data" : text));
    }
    given_ += static_cast<std::uint64_t>(count);
    if (given_ > most_) {
      return failure(Fault::too_large,
                     fmt::format("the ZIP archive inflates past its limit of {} bytes", most_));
    }
    return static_cast<std::size_t>(count);
  }

 private:
  archive* handle_;
  std::uint64_t& given_;
  std::uint64_t most_;
};

}  // namespace

ZipArchive::ZipArchive(ByteSource& source, const ReadLimits& limits)
    : state_(std::make_unique<State>(source, limits)) {
  const auto read = [](archive*, void* data, const void** into) -> la_ssize_t {
    auto& state = *static_cast<State*>(data);
    const auto count = state.source.read(state.block.data(), state.block.size());
    if (!count) {
      state.error = count.error();
      return ARCHIVE_FATAL;
    }
    *into = state.block.data();
    state.position += *count;
    return static_cast<la_ssize_t>(*count);
  };
  const auto seek = [](archive*, void* data, la_int64_t offset, int from) -> la_int64_t {
    auto& state = *static_cast<State*>(data);
    const std::uint64_t base = from == SEEK_SET   ? 0
                               : from == SEEK_CUR ? state.position
                                                  : state.size;
    const auto to = static_cast<la_int64_t>(base) + offset;
    if (to < 0 || !state.source.seek(static_cast<std::uint64_t>(to))) return ARCHIVE_FATAL;
    state.position = static_cast<std::uint64_t>(to);
    return to;
  };
  archive* handle = state_->handle;
  archive_read_support_format_zip_seekable(handle);
  archive_read_set_callback_data(handle, state_.get());
  archive_read_set_read_callback(handle, read);
  archive_read_set_seek_callback(handle, seek);
  if (archive_read_open1(handle) != ARCHIVE_OK && !state_->error) {
    state_->error =
        Error{Fault::malformed, fmt::format("a damaged ZIP archive: {}", state_->reason())};
  }
}

ZipArchive::~ZipArchive() = default;

std::optional<Result<ZipArchive::Member>> ZipArchive::next() {
  State& state = *state_;
  // What inflated too far was refused with the member that did.
  if (state.over || state.given > state.most) return std::nullopt;
  state.over = true;  // unless a member is found
  if (state.error) return tl::unexpected(*state.error);
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(state.handle, &entry);
  if (status == ARCHIVE_EOF) return std::nullopt;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
    return failure(state.error ? state.error->fault : Fault::malformed,
                   fmt::format("a damaged ZIP archive: {}", state.reason()));
  }
  if (++state.members > state.limits.zip_entries) {
    return failure(Fault::too_large,
                   fmt::format("a ZIP archive of more than {} members", state.limits.zip_entries));
  }
  state.over = false;
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  Member member;
  member.name = repair_utf8(name == nullptr ? "?" : name);
  std::erase(member.name, '\0');
  member.is_file = archive_entry_filetype(entry) == AE_IFREG;
  member.is_encrypted = archive_entry_is_encrypted(entry) != 0;
  return member;
}

std::unique_ptr<ByteSource> ZipArchive::content() {
  return std::make_unique<MemberSource>(state_->handle, state_->given, state_->most);
}

std::uint64_t ZipArchive::bytes_left() const {
  return state_->most - std::min(state_->most, state_->given);
}

}  // namespace stemma
