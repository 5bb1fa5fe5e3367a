#include "annotate/lexemes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "annotate/holidays.h"
#include "annotate/lexicon.h"
#include "annotate/numerals.h"
#include "base/text.h"

namespace stemma {
namespace {

constexpr std::string_view kEnDash = "–", kEmDash = "—", kHyphen2010 = "‐";

/// Bytes of the dash that starts here, or 0.
std::uint32_t dash_at(std::string_view text, std::uint32_t at) {
  if (text[at] == '-') return 1;
  const std::string_view rest = text.substr(at, 3);
  return rest == kEnDash || rest == kEmDash || rest == kHyphen2010 ? 3 : 0;
}

bool is_numeric_mark(char c) { return c == ',' || c == '.' || c == ':' || c == '/'; }

/// End of "1,000.50", "10:30", "7/8/07": digits with single marks between digits.
std::uint32_t end_of_digits(std::string_view text, Span span) {
  std::uint32_t at = span.begin;
  while (at < span.end && (is_ascii_digit(text[at]) ||
                           (at > span.begin && at + 1 < span.end && is_numeric_mark(text[at]) &&
                            is_ascii_digit(text[at + 1])))) {
    ++at;
  }
  return at;
}

std::uint32_t end_of_letters(std::string_view text, Span span) {
  std::uint32_t at = span.begin;
  while (at < span.end && !is_ascii_digit(text[at]) &&
         (at == span.begin || dash_at(text, at) == 0)) {
    ++at;
  }
  return at;
}

/// Cuts tokens into lexemes: at dashes, and between digits and the letters after them ("5pm").
class Cutter {
 public:
  Cutter(std::string_view text, const std::vector<Token>& tokens, std::vector<Lexeme>& lexemes)
      : text_(text), tokens_(tokens), lexemes_(lexemes) {}

  void cut_all() {
    for (Index t = 0; t < tokens_.size(); ++t) {
      const Span span = tokens_[t].span;
      if (span.empty() || tokens_[t].pos == Pos::space) continue;
      token_ = t;
      if (is_plain_word(span)) {
        add_word(span);
      } else {
        cut_mixed(span);
      }
    }
  }

 private:
  bool is_plain_word(Span span) const {
    return std::ranges::none_of(cut(text_, span), [](char c) {
      return is_ascii_digit(c) || c == '-' || static_cast<unsigned char>(c) == 0xE2;
    });
  }

  void cut_mixed(Span span) {
    // A letter before a digit makes a name or a code ("F16", "MH370"): one lexeme without a sort.
    std::uint32_t at = span.begin;
    while (at < span.end) {
      if (const std::uint32_t dash = dash_at(text_, at); dash != 0) {
        add({at, at + dash}, lexicon_entry("-"));
        at += dash;
      } else if (is_ascii_digit(text_[at])) {
        at = cut_digits({at, span.end});
      } else {
        const std::uint32_t end = end_of_letters(text_, {at, span.end});
        const bool is_code = end < span.end && is_ascii_digit(text_[end]) && end > at &&
                             is_ascii_letter(text_[end - 1]);
        const std::uint32_t stop = is_code ? end_of_code({end, span.end}) : end;
        if (is_code) {
          add({at, stop}, nullptr);
        } else {
          add_word({at, stop});
        }
        at = stop;
      }
    }
  }

  std::uint32_t end_of_code(Span span) const {
    std::uint32_t at = span.begin;
    while (at < span.end && dash_at(text_, at) == 0) ++at;
    return at;
  }

  std::uint32_t cut_digits(Span span) {
    const std::uint32_t end = end_of_digits(text_, span);
    const std::uint32_t suffix_end = end_of_letters(text_, {end, span.end});
    const std::string_view suffix = cut(text_, {end, suffix_end});
    Lexeme lexeme = lexeme_of({span.begin, end});
    read_digits(cut(text_, lexeme.span), lexeme);
    if (!suffix.empty() && read_suffix(suffix, lexeme)) {
      lexeme.span.end = suffix_end;
      lexemes_.push_back(lexeme);
      return suffix_end;
    }
    lexemes_.push_back(lexeme);
    if (!suffix.empty()) add_word({end, suffix_end});
    return std::max(suffix_end, end);
  }

  void add_word(Span span) {
    const std::string_view word = cut(text_, span);
    std::array<char, kLongestLexiconWord> lower{};
    if (word.size() > lower.size()) return add(span, nullptr);
    std::ranges::transform(word, lower.begin(), [](char c) { return ascii_lower(c); });
    add(span, lexicon_entry({lower.data(), word.size()}));
  }

  void add(Span span, const LexiconEntry* entry) {
    Lexeme lexeme = lexeme_of(span);
    if (entry) {
      lexeme.sorts = entry->sorts;
      lexeme.value = entry->value;
      lexeme.number = entry->number;
      lexeme.unit = entry->unit;
      if (needs_capital(entry->sorts) && !is_ascii_upper(text_[span.begin])) lexeme.sorts = 0;
    }
    lexemes_.push_back(lexeme);
  }

  /// Names of days and months are capitalized; "may", "march" and "sat" are verbs.
  static bool needs_capital(Sorts sorts) {
    return (sorts & (bit(Sort::month) | bit(Sort::weekday) | bit(Sort::weekdays))) != 0;
  }

  Lexeme lexeme_of(Span span) const {
    Lexeme lexeme;
    lexeme.span = span;
    lexeme.token = lexeme.last_token = token_;
    return lexeme;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Lexeme>& lexemes_;
  Index token_ = 0;
};

}  // namespace

std::vector<Lexeme> lexemes_of(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Lexeme> lexemes;
  lexemes.reserve(tokens.size() + tokens.size() / 8);
  Cutter(text, tokens, lexemes).cut_all();
  merge_numerals(text, lexemes);
  merge_holidays(text, lexemes);
  return lexemes;
}

}  // namespace stemma
