#include "model/byline/division.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "model/byline/opener.h"
#include "model/byline/words.h"
#include "model/date_words.h"
#include "model/written_date.h"

namespace stemma::byline {
namespace {

// As far as a word for "by" and a name reach.
constexpr std::size_t kOpenerBytes = 64;

// Words before a day's number.
bool opens_date(std::string_view word) {
  const std::string lower = ascii_lower(word);
  return english_month(lower) != 0 || english_weekday(lower) != 0 || is_german_weekday(lower) ||
         lower == "am" || lower == "vom" || lower == "on";
}

// What a clock and its zone leave of the text after a date.
std::string_view after_clock(std::string_view text) {
  constexpr std::array<std::string_view, 21> kClockWords{
      "à",   "às",  "alle", "ore", "kl",  "klo",  "h",   "uhr", "hrs", "et", "est",
      "edt", "gmt", "bst",  "utc", "cet", "cest", "pst", "pdt", "ist", "om"};
  const std::vector<Word> words = words_of(text);
  std::size_t begin = 0;
  for (const Word& word : words) {
    const bool number = is_ascii_digit(word.folded.front());
    const bool clock =
        std::find(kClockWords.begin(), kClockWords.end(), word.folded) != kClockWords.end();
    if (!number && !clock && !stands_beside_dates(word.folded)) break;
    begin = word.span.end;
  }
  return text.substr(begin);
}

// Each date becomes the end of a line: what stands before and after it are two things.
std::string with_dates_cut(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), is_ascii_digit)) return std::string(text);
  std::string lines;
  std::size_t at = 0;
  for (const DateInText& date : read_dates(text)) {
    if (date.span.begin < at) continue;
    lines += without_date_words(text.substr(at, date.span.begin - at));
    lines += '\n';
    at = date.span.end;
    at = text.size() - after_clock(text.substr(at)).size();
    // Here a word for "by" opens no name: "3 May 2024 von Olga".
    const std::vector<Word> words = words_of(text.substr(at, kOpenerBytes));
    if (words.size() < 2 || (kinds_of(words[0].folded) & kBy) == 0) continue;
    lines += words[0].folded + ':';
    at += words[0].span.end;
  }
  lines += text.substr(at);
  return lines;
}

// A label inside a line opens a new one: "Text: Ann Lee Foto: Bo Li".
std::string with_labels_on_lines(std::string_view text) {
  std::string lines;
  std::size_t at = 0;
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const Span span = words[i].span;
    if (span.end >= text.size() || text[span.end] != ':') continue;
    std::size_t begin = span.begin;
    const bool by = (kinds_of(words[i].folded) & kBy) != 0;
    if (by && (kinds_of(words[i - 1].folded) & (kWriting | kOther)) != 0) {
      begin = words[i - 1].span.begin;
    }
    if (begin <= at || opening_of(text.substr(begin)).role == Opening::Role::none) continue;
    lines += text.substr(at, begin - at);
    lines += '\n';
    at = begin;
  }
  lines += text.substr(at);
  return lines;
}

// Where "by" ends in "vonAnn", two elements that only their style sets apart; 0 for other words.
// "deWitte" and "DeAnn" are names.
std::size_t glued_by(std::string_view shown) {
  constexpr std::size_t kShortest = 3;
  const auto capital = std::find_if(shown.begin() + 1, shown.end(), is_ascii_upper);
  const auto by = static_cast<std::size_t>(capital - shown.begin());
  if (capital == shown.end() || !is_ascii_lower(shown[by - 1])) return 0;
  const std::uint32_t kinds = kinds_of(ascii_lower(shown.substr(0, by)));
  if ((kinds & kBy) == 0) return 0;
  return by >= kShortest || (kinds & kOnlyBy) != 0 ? by : 0;
}

// Parts "vonAnn Lee" where a line begins, also after words on writing, "Veröffentlicht vonAnn".
// Elsewhere such a word is a family name: "Ann VonAllmen".
std::string with_glued_parted(std::string_view text) {
  constexpr std::uint32_t kBefore = kWriting | kDating | kOther | kSmall;
  std::string lines;
  std::size_t at = 0;
  std::uint32_t end_before = 0;
  bool opens = true;
  for (const Word& word : words_of(text)) {
    const Span gap{end_before, word.span.begin};
    opens = opens || cut(text, gap).find('\n') != std::string_view::npos;
    end_before = word.span.end;
    const std::size_t by = opens ? glued_by(cut(text, word.span)) : 0;
    opens = opens && (kinds_of(word.folded) & kBefore) != 0;
    const std::string_view rest = text.substr(word.span.end);
    if (by == 0 || !rest.starts_with(' ')) continue;
    lines += text.substr(at, word.span.begin + by - at);
    lines += '\n';
    at = word.span.begin + by;
  }
  lines += text.substr(at);
  return lines;
}

}  // namespace

std::string without_addresses(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const auto end = std::min(text.find_first_of(" \n\t", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const bool address = word.find('@') != std::string_view::npos ||
                         word.find("://") != std::string_view::npos ||
                         starts_with_ignoring_case(word, "www.");
    if (!kept.empty() && begin > at) kept += ' ';
    if (!address) {
      kept += word;
    } else if (word.back() == ',') {
      kept += ',';
    }
    at = end;
    for (; at < text.size() && (text[at] == '\n' || text[at] == '\t'); ++at) kept += '\n';
  }
  return kept;
}

std::string_view without_date_words(std::string_view text) {
  for (bool more = true; more;) {
    while (!text.empty() &&
           (is_ascii_space(text.back()) || text.back() == ',' || text.back() == '.')) {
      if (text.back() == '.' && text.size() > 2 && is_ascii_upper(text[text.size() - 2])) break;
      text.remove_suffix(1);
    }
    const auto blank = text.rfind(' ');
    more = blank != std::string_view::npos && opens_date(text.substr(blank + 1));
    if (more) text = text.substr(0, blank);
  }
  return text;
}

std::string divided(std::string_view byline) {
  return with_glued_parted(with_labels_on_lines(with_dates_cut(without_addresses(byline))));
}

}  // namespace stemma::byline
