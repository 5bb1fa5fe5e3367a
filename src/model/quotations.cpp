#include "model/quotations.h"

#include <optional>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

// A single quotation longer than this is an apostrophe that met a full stop far away.
constexpr std::uint32_t kMaxSingleBytes = 600;

bool is_blank(char32_t c) { return c == 0 || is_space(c) || c == '(' || c == '[' || c == 0x2014; }

bool is_stop(char32_t c) { return c == '.' || c == ',' || c == '!' || c == '?' || c == 0x2026; }

bool is_opening(char32_t c) { return c == 0x201C || c == 0x201E || c == 0x00AB || c == 0x300C; }

bool is_closing(char32_t c) { return c == 0x201D || c == 0x201F || c == 0x00BB || c == 0x300D; }

bool is_single(char32_t c) { return c == '\'' || c == 0x2018 || c == 0x2019; }

class QuotationReader {
 public:
  explicit QuotationReader(std::string_view text) : text_(text) {}

  std::vector<Span> read() {
    for (std::uint32_t at = 0; at < text_.size();) {
      const Decoded decoded = decode_utf8(text_, at);
      take(decoded.code_point, at, decoded.size);
      before_ = decoded.code_point;
      at += decoded.size;
    }
    close(static_cast<std::uint32_t>(text_.size()));
    return std::move(spans_);
  }

 private:
  char32_t at(std::size_t where) const {
    return where < text_.size() ? decode_utf8(text_, where).code_point : char32_t{0};
  }

  void close(std::uint32_t end) {
    if (open_ && *open_ < end) spans_.push_back({*open_, end});
    open_.reset();
  }

  void take(char32_t c, std::uint32_t where, std::uint32_t size) {
    if (c == '\n') {
      if (ends_paragraph(where)) close(where);
      if (ends_paragraph(where)) single_.reset();
    } else if (is_opening(c) || (is_closing(c) && turns_round(c, where + size))) {
      // German closes with the mark that English, or French, opens with.
      if (open_ && turned_) {
        close(where);
      } else if (!open_) {
        open_ = where + size;
        turned_ = c == 0x201E || is_closing(c);
      }
    } else if (is_closing(c)) {
      close(where);
    } else if (c == '"') {
      take_straight(where, size);
    } else if (is_single(c) && !open_) {
      take_single(c, where, size);
    }
  }

  void take_straight(std::uint32_t where, std::uint32_t size) {
    const char32_t after = at(where + size);
    const bool may_open = is_blank(before_) && !is_blank(after);
    if (open_ && may_open && where > *open_ + 1) {
      close(where);  // the mark before it was never closed
      open_ = where + size;
    } else if (open_) {
      close(where);
    } else if (may_open) {
      open_ = where + size;
      turned_ = false;
    }
  }

  void take_single(char32_t c, std::uint32_t where, std::uint32_t size) {
    const char32_t after = at(where + size);
    if (is_blank(before_) && c != 0x2019 && is_letter(after)) {
      single_ = where + size;
    } else if (single_ && c != 0x2018 && is_stop(before_) && !is_letter(after)) {
      if (where - *single_ <= kMaxSingleBytes &&
          (spans_.empty() || spans_.back().end <= *single_)) {
        spans_.push_back({*single_, where});
      }
      single_.reset();
    }
  }

  // A closing mark that opens: the German ».
  bool turns_round(char32_t c, std::size_t next) const {
    return c == 0x00BB && !open_ && is_blank(before_) && !is_blank(at(next));
  }

  // A line end is a paragraph's end unless the line was only wrapped.
  bool ends_paragraph(std::size_t where) const {
    return is_stop(before_) || is_closing(before_) || before_ == '\n' || at(where + 1) == '\n' ||
           is_opening(at(where + 1)) || at(where + 1) == '"';
  }

  std::string_view text_;
  std::vector<Span> spans_;
  std::optional<std::uint32_t> open_, single_;
  bool turned_ = false;
  char32_t before_ = 0;
};

}  // namespace

std::vector<Span> quoted_spans(std::string_view text) { return QuotationReader(text).read(); }

}  // namespace stemma
