#include "ingest/inflate.h"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/input.h"

namespace stemma {
namespace {

/// The largest dictionary that an archive may bring (the format's writers make about 1 MB).
constexpr std::size_t kMaxDictionaryBytes = std::size_t{8} << 20;
/// The largest window a zstd frame may ask us to keep: 2^27, what the zstd program allows itself.
constexpr int kZstdWindowLog = 27;

tl::unexpected<Error> inflates_too_far(const ReadLimits& limits) {
  return failure(Fault::too_large,
                 fmt::format("inflates to more than {} times its size", limits.inflate_ratio));
}

// One decoder over all codings. `step` turns some of `in` into some of the output; the base class
// brings the input, joins members, and judges the ratio.
class InflateSource : public ByteSource {
 public:
  InflateSource(std::unique_ptr<ByteSource> compressed, const ReadLimits& limits)
      : input_(std::move(compressed)), limits_(limits) {}

  Result<std::size_t> read(char* into, std::size_t size) final {
    while (true) {
      const std::string_view in = input_.look(kMarkBytes);
      if (in.empty() && !pending_output()) return finish();
      if (between_members_ && !begins_member(in)) return std::size_t{0};
      between_members_ = false;
      auto step = decode(in, into, size);
      if (!step) return tl::unexpected(step.error());
      input_.skip(step->taken);
      between_members_ = step->ended;
      out_ += step->given;
      if (out_ > kInflateGrace && out_ / limits_.inflate_ratio > input_.position()) {
        return inflates_too_far(limits_);
      }
      if (step->given != 0) return step->given;
      if (in.empty()) return finish();
      if (step->taken == 0 && !step->ended) return damaged("compressed");
    }
  }

 protected:
  struct Step {
    std::size_t taken = 0, given = 0;
    bool ended = false;  // a member ended here; the decoder is ready for another
  };
  virtual Result<Step> decode(std::string_view in, char* into, std::size_t size) = 0;
  virtual bool begins_member(std::string_view in) const = 0;
  virtual bool pending_output() const { return false; }

  /// At least so many next bytes of the input, or all that are left.
  std::string_view ahead(std::size_t size) { return input_.look(size); }

  static tl::unexpected<Error> damaged(std::string_view name) {
    return failure(Fault::malformed, fmt::format("damaged {} data", name));
  }

 private:
  static constexpr std::size_t kMarkBytes = 4;  // what tells whether another member begins

  Result<std::size_t> finish() {
    if (input_.error()) return tl::unexpected<Error>(*input_.error());
    if (between_members_) return std::size_t{0};
    return failure(Fault::malformed, "the compressed data ends early");
  }

  Input input_;
  ReadLimits limits_;
  std::uint64_t out_ = 0;
  bool between_members_ = false;
};

class ZlibSource : public InflateSource {
 public:
  ZlibSource(std::unique_ptr<ByteSource> compressed, bool gzip, const ReadLimits& limits)
      : InflateSource(std::move(compressed), limits), gzip_(gzip) {
    if (inflateInit2(&stream_, gzip ? 15 + 16 : 15) != Z_OK) throw std::bad_alloc();
  }
  ZlibSource(const ZlibSource&) = delete;
  ZlibSource& operator=(const ZlibSource&) = delete;
  ~ZlibSource() override { inflateEnd(&stream_); }

 protected:
  Result<Step> decode(std::string_view in, char* into, std::size_t size) override {
    // Servers send "deflate" with zlib's header, as RFC 9110 says, and without.
    if (!gzip_ && !begun_ && !begins_as(in, Coding::deflate)) inflateReset2(&stream_, -15);
    begun_ = true;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(into);
    stream_.avail_out =
        static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
    const uInt room = stream_.avail_out;
    const int status = ::inflate(&stream_, Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
      return damaged(gzip_ ? "gzip" : "deflate");
    }
    if (status == Z_STREAM_END) inflateReset(&stream_);
    return Step{in.size() - stream_.avail_in, room - stream_.avail_out, status == Z_STREAM_END};
  }
  bool begins_member(std::string_view in) const override {
    return gzip_ && begins_as(in, Coding::gzip);
  }

 private:
  bool gzip_, begun_ = false;
  z_stream stream_{};
};

// gzip member by member with libdeflate, which is about twice as fast as zlib but wants a member
// and what it inflates to in memory at once, as records of web archives are. A member that is too
// large for that, damaged or cut short is left to zlib, which gives what it can and says what is
// wrong.
class GzipSource : public ByteSource {
 public:
  GzipSource(std::unique_ptr<ByteSource> compressed, const ReadLimits& limits)
      : limits_(limits),
        input_(std::move(compressed)),
        decompressor_(libdeflate_alloc_decompressor()) {
    if (!decompressor_) throw std::bad_alloc();
  }

  Result<std::size_t> read(char* into, std::size_t size) override {
    while (at_ == member_size_) {
      if (rest_) return rest_->read(into, size);
      const std::string_view in = input_.peek(kMarkBytes);
      if (in.empty()) {
        if (input_.error()) return tl::unexpected<Error>(*input_.error());
        return std::size_t{0};
      }
      // Bytes after the last member that begin no other are passed over.
      if (input_.position() != 0 && !begins_as(in, Coding::gzip)) return std::size_t{0};
      const auto given = inflate_member(into, size);
      if (!given) {
        rest_ = std::make_unique<ZlibSource>(rest_of(std::move(input_)), true, limits_);
        continue;
      }
      if (out_ > kInflateGrace && out_ / limits_.inflate_ratio > input_.position()) {
        return inflates_too_far(limits_);
      }
      if (*given != 0) return *given;
    }
    const std::size_t count = std::min(size, member_size_ - at_);
    std::memcpy(into, member_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  static constexpr std::size_t kMarkBytes = 4;
  /// How far ahead a member is looked for, at first and at most.
  static constexpr std::size_t kLookBytes = std::size_t{64} << 10;
  static constexpr std::size_t kMaxLookBytes = std::size_t{2} << 20;
  /// What a member may inflate to, at first and at most.
  static constexpr std::size_t kMemberBytes = std::size_t{256} << 10;
  static constexpr std::size_t kMaxMemberBytes = std::size_t{8} << 20;

  // Inflates the next member, to where the reader wants it if it fits there (and says how much that
  // was), else into `member_`. Nothing when it must be left to zlib.
  std::optional<std::size_t> inflate_member(char* into, std::size_t size) {
    bool is_direct = true;
    for (std::size_t look = kLookBytes;;) {
      const std::string_view in = input_.look(look);
      std::size_t taken = 0, given = 0;
      const libdeflate_result result = libdeflate_gzip_decompress_ex(
          decompressor_.get(), in.data(), in.size(), is_direct ? into : member_.data(),
          is_direct ? size : member_.size(), &taken, &given);
      if (result == LIBDEFLATE_SUCCESS) {
        input_.skip(taken);
        out_ += given;
        at_ = 0;
        member_size_ = is_direct ? 0 : given;
        return is_direct ? given : 0;
      }
      if (result == LIBDEFLATE_INSUFFICIENT_SPACE) {
        if (!is_direct && member_.size() >= kMaxMemberBytes) return std::nullopt;
        const std::size_t before = is_direct ? size : member_.size();
        is_direct = false;
        if (member_.size() <= before) {
          member_.resize(std::clamp(before * 4, kMemberBytes, kMaxMemberBytes));
        }
      } else {
        // Damaged, or not all of it is in sight.
        if (in.size() < look || look >= kMaxLookBytes) return std::nullopt;
        look = std::max(look * 4, in.size());
      }
    }
  }

  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const {
      libdeflate_free_decompressor(decompressor);
    }
  };
  ReadLimits limits_;
  Input input_;
  std::unique_ptr<libdeflate_decompressor, Free> decompressor_;
  std::vector<char> member_;
  std::size_t member_size_ = 0, at_ = 0;
  std::uint64_t out_ = 0;
  std::unique_ptr<ByteSource> rest_;  // from the member on that was left to zlib
};

class BrotliSource : public InflateSource {
 public:
  BrotliSource(std::unique_ptr<ByteSource> compressed, const ReadLimits& limits)
      : InflateSource(std::move(compressed), limits),
        state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
    if (!state_) throw std::bad_alloc();
  }

 protected:
  Result<Step> decode(std::string_view in, char* into, std::size_t size) override {
    std::size_t in_left = in.size(), out_left = size;
    const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
    auto* next_out = reinterpret_cast<std::uint8_t*>(into);
    const auto status = BrotliDecoderDecompressStream(state_.get(), &in_left, &next_in, &out_left,
                                                      &next_out, nullptr);
    if (status == BROTLI_DECODER_RESULT_ERROR) return damaged("brotli");
    return Step{in.size() - in_left, size - out_left, status == BROTLI_DECODER_RESULT_SUCCESS};
  }
  bool begins_member(std::string_view) const override { return false; }
  bool pending_output() const override {
    return BrotliDecoderHasMoreOutput(state_.get()) != BROTLI_FALSE;
  }

 private:
  struct Free {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
  };
  std::unique_ptr<BrotliDecoderState, Free> state_;
};

class ZstdSource : public InflateSource {
 public:
  ZstdSource(std::unique_ptr<ByteSource> compressed, const ReadLimits& limits)
      : InflateSource(std::move(compressed), limits), context_(ZSTD_createDCtx()) {
    if (!context_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kZstdWindowLog);
  }

 protected:
  Result<Step> decode(std::string_view in, char* into, std::size_t size) override {
    if (!std::exchange(begun_, true)) {
      if (auto frame = dictionary_frame(); !frame) {
        return tl::unexpected(frame.error());
      } else if (*frame != 0) {
        return Step{*frame, 0, true};
      }
      in = ahead(1);  // looking ahead moved it
    }
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{into, size, 0};
    const std::size_t left = ZSTD_decompressStream(context_.get(), &to, &from);
    if (ZSTD_isError(left) != 0) return damaged("zstd");
    full_ = left != 0 && to.pos == size;
    return Step{from.pos, to.pos, left == 0};
  }
  bool begins_member(std::string_view in) const override { return begins_as(in, Coding::zstd); }
  bool pending_output() const override { return full_; }

 private:
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };

  // A web archive in zstd may begin with a frame to skip that holds the dictionary of all frames
  // after it, itself in zstd or not (IIPC, "Zstandard for WARC"). Its size in all; 0: there is
  // none.
  Result<std::size_t> dictionary_frame() {
    constexpr std::size_t kHeadBytes = 8;
    const std::string_view head = ahead(kHeadBytes);
    if (head.size() < kHeadBytes || !head.starts_with("\x5D\x2A\x4D\x18")) return std::size_t{0};
    std::size_t size = 0;
    for (std::size_t i = 7; i >= 4; --i) size = size << 8U | static_cast<unsigned char>(head[i]);
    if (size > kMaxDictionaryBytes) return failure(Fault::too_large, "its dictionary is too large");
    const std::string_view all = ahead(kHeadBytes + size).substr(0, kHeadBytes + size);
    if (all.size() < kHeadBytes + size) return damaged("zstd");
    const std::string_view frame = all.substr(kHeadBytes);
    std::string dictionary(frame);
    if (frame.starts_with("\x28\xB5\x2F\xFD")) {
      dictionary.resize(kMaxDictionaryBytes);
      const std::size_t got =
          ZSTD_decompress(dictionary.data(), dictionary.size(), frame.data(), frame.size());
      if (ZSTD_isError(got) != 0) return damaged("zstd");
      dictionary.resize(got);
    }
    if (ZSTD_isError(
            ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size())) != 0) {
      return damaged("zstd");
    }
    return all.size();
  }

  std::unique_ptr<ZSTD_DCtx, Free> context_;
  bool begun_ = false;
  bool full_ = false;  // the decoder may hold more than there was room for
};

}  // namespace

std::unique_ptr<ByteSource> inflate(std::unique_ptr<ByteSource> compressed, Coding coding,
                                    const ReadLimits& limits) {
  switch (coding) {
    case Coding::gzip:
      return std::make_unique<GzipSource>(std::move(compressed), limits);
    case Coding::deflate:
      return std::make_unique<ZlibSource>(std::move(compressed), false, limits);
    case Coding::brotli:
      return std::make_unique<BrotliSource>(std::move(compressed), limits);
    case Coding::zstd:
      return std::make_unique<ZstdSource>(std::move(compressed), limits);
  }
  return compressed;
}

std::string gzip_member(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  (void)deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

bool begins_as(std::string_view bytes, Coding coding) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  switch (coding) {
    case Coding::gzip:
      return bytes.starts_with("\x1F\x8B\x08");
    case Coding::deflate:
      return bytes.size() >= 2 && (byte(0) & 0x0FU) == 8 && (byte(0) * 256U + byte(1)) % 31 == 0;
    case Coding::zstd:
      // A frame, or a frame to skip (WARC in zstd may keep its dictionary in one).
      return bytes.starts_with("\x28\xB5\x2F\xFD") ||
             (bytes.size() >= 4 && (byte(0) & 0xF0U) == 0x50 &&
              bytes.substr(1, 3) == "\x2A\x4D\x18");
    case Coding::brotli:
      return false;
  }
  return false;
}

}  // namespace stemma
