#include "annotate/quotation_marks.h"

#include <optional>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

enum class Side : std::uint8_t { open, close, either };

struct Mark {
  Span span;
  Side side = Side::either;
  bool single = false;
};

struct Shape {
  std::string_view bytes;
  Side side;
  bool single;
};

// Longer shapes first: two apostrophes are one double mark.
constexpr Shape kShapes[] = {
    {"‘‘", Side::open, false}, {"’’", Side::close, false},  {"''", Side::either, false},
    {"``", Side::open, false}, {"“", Side::open, false},    {"”", Side::close, false},
    {"„", Side::open, false},  {"\"", Side::either, false}, {"«", Side::open, false},
    {"»", Side::close, false}, {"‘", Side::open, true},     {"’", Side::close, true},
    {"'", Side::either, true}};

bool could_start_mark(char c) {
  return c == '"' || c == '\'' || c == '`' || c == '\xE2' || c == '\xC2';
}

std::optional<Mark> mark_at(std::string_view text, std::size_t at) {
  if (!could_start_mark(text[at])) return std::nullopt;
  for (const Shape& shape : kShapes) {
    if (text.substr(at, shape.bytes.size()) == shape.bytes) {
      const auto begin = static_cast<std::uint32_t>(at);
      return Mark{{begin, begin + static_cast<std::uint32_t>(shape.bytes.size())},
                  shape.side,
                  shape.single};
    }
  }
  return std::nullopt;
}

char32_t before(std::string_view text, std::size_t at, std::size_t floor) {
  if (at <= floor) return U' ';
  std::size_t begin = at - 1;
  while (begin > floor && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return decode_utf8(text, begin).code_point;
}

char32_t after(std::string_view text, std::size_t at, std::size_t limit) {
  return at < limit ? decode_utf8(text, at).code_point : U' ';
}

bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }
bool opens_after(char32_t c) {
  return is_space(c) || c == U'(' || c == U'[' || c == U'—' || c == U'–' || c == U'-' ||
         c == U'/' || c == U'“' || c == U'"' || c == U':';
}

// Reads one paragraph.
class ParagraphReader {
 public:
  ParagraphReader(std::string_view text, Span paragraph, std::vector<QuoteRun>& runs)
      : text_(text), paragraph_(paragraph), runs_(runs) {}

  void read(bool after_open_paragraph);

 private:
  bool looks_open(Span mark) const {
    const char32_t left = before(text_, mark.begin, paragraph_.begin);
    const char32_t right = after(text_, mark.end, paragraph_.end);
    return opens_after(left) && !is_space(right);
  }
  void take_double(const Mark& mark);
  void open_single(const Mark& mark);
  bool closes_single(const Mark& mark) const;
  void finish(std::uint32_t inner_end, std::uint32_t end, bool closed);

  std::string_view text_;
  Span paragraph_;
  std::vector<QuoteRun>& runs_;
  std::optional<QuoteRun> open_;
  std::uint32_t single_limit_ = 0;  // no closing single mark stands between here and the cursor
  std::uint32_t next_ = 0;
};

void ParagraphReader::finish(std::uint32_t inner_end, std::uint32_t end, bool closed) {
  QuoteRun run = *open_;
  open_.reset();
  run.inner = trim(text_, {run.inner.begin, std::max(run.inner.begin, inner_end)});
  run.span.end = end;
  run.closed = closed;
  if (!run.inner.empty()) runs_.push_back(run);
}

void ParagraphReader::take_double(const Mark& mark) {
  const bool at_start = mark.span.begin == paragraph_.begin;
  if (!open_) {
    // A closing shape that stands where only an opening mark can was typed wrongly.
    if (mark.side == Side::close && !at_start && !looks_open(mark.span)) return;
    open_ = QuoteRun{};
    open_->span = mark.span;
    open_->inner = {mark.span.end, mark.span.end};
    open_->paragraph = paragraph_;
    return;
  }
  const bool opens =
      mark.side == Side::open || (mark.side == Side::either && looks_open(mark.span));
  if (!opens) {
    finish(mark.span.begin, mark.span.end, true);
    return;
  }
  // The mark that should have closed the run was lost: the run ends where the next one starts.
  finish(mark.span.begin, mark.span.begin, false);
  take_double(mark);
}

bool ParagraphReader::closes_single(const Mark& mark) const {
  const char32_t left = before(text_, mark.span.begin, paragraph_.begin);
  const char32_t right = after(text_, mark.span.end, paragraph_.end);
  return mark.side != Side::open && !is_word(right) && !is_space(left);
}

void ParagraphReader::open_single(const Mark& mark) {
  const char32_t right = after(text_, mark.span.end, paragraph_.end);
  if (mark.side == Side::close || !looks_open(mark.span) || !is_letter(right)) return;
  if (mark.span.begin < single_limit_) return;
  std::optional<Mark> close;
  std::uint32_t at = mark.span.end;
  for (; at < paragraph_.end; ++at) {
    const auto other = mark_at(text_, at);
    if (!other) continue;
    if (!other->single) break;
    if (closes_single(*other)) {
      close = other;
      break;
    }
    at = other->span.end - 1;
  }
  if (!close) {
    single_limit_ = at;
    return;
  }
  open_ = QuoteRun{};
  open_->span = mark.span;
  open_->inner = {mark.span.end, mark.span.end};
  open_->paragraph = paragraph_;
  open_->single = true;
  finish(close->span.begin, close->span.end, true);
  next_ = close->span.end;
}

void ParagraphReader::read(bool after_open_paragraph) {
  const std::size_t first = runs_.size();
  next_ = paragraph_.begin;
  while (next_ < paragraph_.end) {
    const auto mark = mark_at(text_, next_);
    if (!mark) {
      ++next_;
      continue;
    }
    next_ = mark->span.end;
    if (!mark->single) {
      take_double(*mark);
    } else if (!open_) {
      open_single(*mark);
    }
  }
  if (open_) finish(paragraph_.end, paragraph_.end, false);
  if (after_open_paragraph && runs_.size() > first && runs_[first].span.begin == paragraph_.begin) {
    runs_[first].continues = true;
  }
}

constexpr std::size_t kSpeechWords = 4;

struct Shares {
  std::size_t words = 0, long_words = 0, capitals = 0;
};

Shares count_words(std::string_view text) {
  Shares shares;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded start = decode_utf8(text, at);
    if (!is_word(start.code_point)) {
      at += start.size;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size()) {
      const Decoded c = decode_utf8(text, at);
      if (!is_word(c.code_point) && c.code_point != U'\'' && c.code_point != U'’') break;
      at += c.size;
    }
    ++shares.words;
    if (at - begin > 3) ++shares.long_words;
    if (at - begin > 3 && !is_lower(start.code_point)) ++shares.capitals;
  }
  return shares;
}

}  // namespace

std::vector<QuoteRun> find_quotations(std::string_view text) {
  std::vector<QuoteRun> runs;
  bool left_open = false;
  for (const Span& paragraph : lines_of(text)) {
    const std::size_t before_count = runs.size();
    ParagraphReader(text, paragraph, runs).read(left_open);
    left_open =
        runs.size() > before_count && !runs.back().closed && runs.back().span.end == paragraph.end;
  }
  return runs;
}

QuoteUse use_of(std::string_view text, const QuoteRun& run) {
  const std::string_view words = cut(text, run.inner);
  const Shares shares = count_words(words);
  const char last = words.empty() ? ' ' : words.back();
  const bool stop = last == ',' || last == '.' || last == '?' || last == '!';
  if (!stop && shares.long_words > 0 && shares.capitals == shares.long_words) return QuoteUse::name;
  if (stop || shares.words >= kSpeechWords) return QuoteUse::speech;
  return QuoteUse::phrase;
}

}  // namespace stemma
