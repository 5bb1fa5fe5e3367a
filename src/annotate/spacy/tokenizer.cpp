#include "annotate/spacy/tokenizer.h"

#include <fmt/format.h>

#include <algorithm>

#include "annotate/spacy/characters.h"
#include "annotate/spacy/string_id.h"
#include "base/text.h"
#include "base/utf8.h"

namespace stemma::spacy {
namespace {

// Keys of a piece in the table of exceptions (spaCy's symbols ORTH and NORM).
constexpr std::uint64_t kOrth = 65, kNorm = 67;

// A suffix is looked for in the last bytes of a stretch. All of spaCy's suffixes are far shorter
// but a run of full stops, and of such a run any end is itself a suffix: see suffix_size.
constexpr std::size_t kSuffixWindowBytes = 64;

// Longer addresses are cut as other text is. Browsers stop at half of this.
constexpr std::size_t kMaxUrlBytes = 4096;

std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

// No affix of any table starts, ends or splits words of ASCII letters alone, or of digits alone.
bool is_plain_word(std::string_view piece) {
  return std::all_of(piece.begin(), piece.end(), is_ascii_letter) ||
         std::all_of(piece.begin(), piece.end(), is_ascii_digit);
}

}  // namespace

/// Cuts one stretch of the text into tokens.
class Tokenizer::Cutter {
 public:
  Cutter(const Tokenizer& tokenizer, Scratch& scratch, std::vector<TokenSlice>& tokens,
         bool with_exceptions)
      : tokenizer_(tokenizer),
        scratch_(scratch),
        tokens_(tokens),
        with_exceptions_(with_exceptions) {}

  void cut(std::string_view text, Span span, bool blank) {
    text_ = text;
    rest_ = span;
    if (emit_exception()) return;
    if (blank || is_plain_word(rest())) return emit(rest_);
    scratch_.suffixes.clear();
    cut_affixes();
    if (!rest_.empty() && !emit_exception()) cut_infixes();
    for (auto suffix = scratch_.suffixes.rbegin(); suffix != scratch_.suffixes.rend(); ++suffix) {
      tokens_.push_back(*suffix);
    }
  }

 private:
  std::string_view rest() const { return stemma::cut(text_, rest_); }

  const std::vector<Piece>* exception(Span span) const {
    return with_exceptions_ ? tokenizer_.exception(stemma::cut(text_, span)) : nullptr;
  }

  void emit(Span span) { tokens_.push_back({span, 0, false}); }

  bool emit_exception() {
    const auto* pieces = exception(rest_);
    if (pieces == nullptr) return false;
    std::uint32_t at = rest_.begin;
    for (const Piece& piece : *pieces) {
      tokens_.push_back({{at, at + piece.size}, piece.norm, false});
      at += piece.size;
    }
    return true;
  }

  void cut_affixes() {
    while (!rest_.empty() && exception(rest_) == nullptr) {
      const std::uint32_t prefix = prefix_size(rest());
      const Span without_prefix = {rest_.begin + prefix, rest_.end};
      if (prefix != 0 && !without_prefix.empty() && exception(without_prefix) != nullptr) {
        emit({rest_.begin, without_prefix.begin});
        rest_ = without_prefix;
        return;
      }
      const std::uint32_t suffix = suffix_size(stemma::cut(text_, without_prefix));
      const Span without_suffix = {rest_.begin, rest_.end - suffix};
      if (suffix != 0 && !without_suffix.empty() && exception(without_suffix) != nullptr) {
        scratch_.suffixes.push_back({{without_suffix.end, rest_.end}, 0, false});
        rest_ = without_suffix;
        return;
      }
      if (prefix == 0 && suffix == 0) return;
      if (prefix != 0) emit({rest_.begin, without_prefix.begin});
      if (suffix != 0) scratch_.suffixes.push_back({{without_suffix.end, rest_.end}, 0, false});
      rest_ = {without_prefix.begin, without_suffix.end};
    }
  }

  // A match that does not begin the piece is no prefix, whatever the table's pattern says.
  std::uint32_t prefix_size(std::string_view piece) const {
    const auto match = tokenizer_.prefix_.search(piece, scratch_.patterns);
    return match && match->begin == 0 ? static_cast<std::uint32_t>(match->end) : 0;
  }

  // The leftmost match of the whole piece, found from its end: a match that begins where the window
  // begins may be the end of a longer one, so the window grows until it does not.
  std::uint32_t suffix_size(std::string_view piece) const {
    for (std::size_t window = kSuffixWindowBytes;; window *= 2) {
      const std::size_t from =
          window < piece.size() ? character_start(piece, piece.size() - window) : 0;
      const auto match = tokenizer_.suffix_.search(piece, scratch_.patterns, from);
      if (match && match->begin == from && from != 0) continue;
      if (!match || match->end != piece.size()) return 0;
      return static_cast<std::uint32_t>(match->end - match->begin);
    }
  }

  bool is_url(std::string_view piece) const {
    return piece.size() <= kMaxUrlBytes && piece.find('.') != std::string_view::npos &&
           tokenizer_.url_.search(piece, scratch_.patterns).has_value();
  }

  void cut_infixes() {
    const std::string_view piece = rest();
    if (is_plain_word(piece) || is_url(piece)) return emit(rest_);
    std::size_t at = 0;
    for (std::size_t from = 0; from < piece.size();) {
      const auto infix = tokenizer_.infix_.search(piece, scratch_.patterns, from);
      if (!infix) break;
      from = infix->end > infix->begin ? infix->end : infix->end + decode_utf8(piece, from).size;
      if (infix->begin == 0) continue;
      if (infix->begin > at) emit(part(at, infix->begin));
      if (infix->end > infix->begin) emit(part(infix->begin, infix->end));
      at = infix->end;
    }
    if (at < piece.size()) emit(part(at, piece.size()));
  }

  Span part(std::size_t begin, std::size_t end) const {
    return {rest_.begin + static_cast<std::uint32_t>(begin),
            rest_.begin + static_cast<std::uint32_t>(end)};
  }

  const Tokenizer& tokenizer_;
  Scratch& scratch_;
  std::vector<TokenSlice>& tokens_;
  bool with_exceptions_;
  std::string_view text_;
  Span rest_;
};

const std::vector<Tokenizer::Piece>* Tokenizer::exception(std::string_view piece) const {
  if (piece.size() > longest_exception_) return nullptr;
  const auto found = exceptions_.find(piece);
  return found == exceptions_.end() ? nullptr : &found->second;
}

void Tokenizer::split(std::string_view text, Scratch& scratch,
                      std::vector<TokenSlice>& tokens) const {
  tokens.clear();
  Cutter cutter(*this, scratch, tokens, true);
  std::uint32_t start = 0;
  bool blank = false;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < size;) {
    const Decoded c = decode_utf8(text, i);
    const bool is_blank_here = is_blank(c.code_point);
    const std::uint32_t here = i;
    i += c.size;
    if (here == 0) blank = is_blank_here;
    if (is_blank_here == blank) continue;
    if (start < here) cutter.cut(text, {start, here}, blank);
    blank = is_blank_here;
    start = here;
    if (c.code_point == U' ') {
      tokens.back().space = true;
      start = i;
    }
  }
  if (start < size) cutter.cut(text, {start, size}, blank);

  const auto& ranges = special_.find(text, tokens, scratch.special);
  if (ranges.empty()) return;
  std::vector<TokenSlice>& joined = scratch.joined;
  joined.clear();
  std::size_t at = 0;
  for (const SpecialCases::Range& range : ranges) {
    joined.insert(joined.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                  tokens.begin() + range.first);
    at = range.last;
    const Span span = hull(tokens[range.first].span, tokens[range.last - 1].span);
    const auto* pieces = exception(cut(text, span));
    if (pieces == nullptr) {
      joined.insert(joined.end(), tokens.begin() + range.first, tokens.begin() + range.last);
      continue;
    }
    std::uint32_t begin = span.begin;
    for (const Piece& piece : *pieces) {
      joined.push_back({{begin, begin + piece.size}, piece.norm, false});
      begin += piece.size;
    }
    joined.back().space = tokens[range.last - 1].space;
  }
  joined.insert(joined.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.end());
  tokens.swap(joined);
}

Result<void> Tokenizer::load_exceptions(const MsgpackView& exceptions) {
  for (const auto& [key, value] : exceptions.members) {
    std::vector<Piece> pieces;
    std::string joined;
    for (const MsgpackView& item : value.items) {
      const MsgpackView* orth = item.find(kOrth);
      const MsgpackView* norm = item.find(kNorm);
      if (orth == nullptr || orth->bytes.empty() || !is_valid_utf8(orth->bytes)) break;
      joined += orth->bytes;
      pieces.push_back({static_cast<std::uint32_t>(orth->bytes.size()),
                        norm == nullptr ? 0 : string_id(norm->bytes)});
    }
    if (pieces.empty() || joined != key.bytes) {
      return failure(Fault::model, fmt::format("the tokenizer's exception '{}' is not the sum of "
                                               "its pieces",
                                               key.bytes));
    }
    longest_exception_ = std::max(longest_exception_, key.bytes.size());
    exceptions_.emplace(key.bytes, std::move(pieces));
  }
  return {};
}

// With `faster_heuristics` these are the exceptions that an affix pattern would cut, or that hold a
// blank; each stands for the pieces it is cut into without exceptions.
Result<void> Tokenizer::find_special_cases() {
  Scratch scratch;
  std::vector<TokenSlice> tokens;
  Cutter cutter(*this, scratch, tokens, false);
  for (const auto& [text, pieces] : exceptions_) {
    if (is_plain_word(text)) continue;
    const bool is_cut =
        text.find(' ') != std::string::npos || prefix_.search(text, scratch.patterns) ||
        suffix_.search(text, scratch.patterns) || infix_.search(text, scratch.patterns);
    if (!is_cut) continue;
    tokens.clear();
    if (text.find_first_not_of(' ') == std::string::npos) {
      tokens.push_back({{0, static_cast<std::uint32_t>(text.size())}, 0, false});
    } else if (text.find(' ') != std::string::npos) {
      return failure(Fault::model,
                     fmt::format("the tokenizer's exception '{}' holds a blank", text));
    } else {
      cutter.cut(text, {0, static_cast<std::uint32_t>(text.size())}, is_blank(text));
    }
    std::vector<std::string_view> words;
    for (const TokenSlice& token : tokens) words.push_back(cut(text, token.span));
    special_.add(words);
  }
  return {};
}

Result<Tokenizer> Tokenizer::load(const MsgpackView& tables) {
  Tokenizer tokenizer;
  const std::pair<std::string_view, Pattern*> patterns[] = {
      {"prefix_search", &tokenizer.prefix_},
      {"suffix_search", &tokenizer.suffix_},
      {"infix_finditer", &tokenizer.infix_},
      {"url_match", &tokenizer.url_},
  };
  for (const auto& [name, pattern] : patterns) {
    const auto source = tables.text(name);
    if (!source) return failure(Fault::model, fmt::format("the tokenizer has no {}", name));
    auto compiled = Pattern::compile(*source);
    if (!compiled) {
      return failure(Fault::model, fmt::format("{}: {}", name, compiled.error().message));
    }
    *pattern = std::move(*compiled);
  }
  const MsgpackView* token_match = tables.find("token_match");
  if (token_match != nullptr && !token_match->is(MsgpackView::Kind::nil)) {
    return failure(Fault::model, "the tokenizer has a token_match, which is not known here");
  }
  const MsgpackView* exceptions = tables.find("exceptions");
  if (exceptions == nullptr || !exceptions->is(MsgpackView::Kind::map)) {
    return failure(Fault::model, "the tokenizer has no exceptions");
  }
  if (auto loaded = tokenizer.load_exceptions(*exceptions); !loaded) {
    return tl::unexpected(loaded.error());
  }
  if (auto found = tokenizer.find_special_cases(); !found) return tl::unexpected(found.error());
  return tokenizer;
}

}  // namespace stemma::spacy
