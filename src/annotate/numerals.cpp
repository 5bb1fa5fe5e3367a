#include "annotate/numerals.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "model/calendar.h"

namespace stemma {
namespace {

constexpr int kFirstYear = 1000, kLastYear = 2100;
constexpr std::size_t kMostDigits = 18;
constexpr std::size_t kLongestNumeral = 24;  // lexemes
constexpr int kTwoDigitYearPivot = 40;       // "'39" is 2039, "'40" is 1940

int whole(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 9)) value = value * 10 + (c - '0');
  return value;
}

double decimal(std::string_view digits) {
  double value = 0, divisor = 0;
  for (const char c : digits) {
    if (c == '.') {
      divisor = 1;
    } else if (is_ascii_digit(c)) {
      value = value * 10 + (c - '0');
      divisor *= 10;
    }
  }
  // One division rounds once: 992.35 is the nearest number to 992.35.
  return divisor > 1 ? value / divisor : value;
}

int packed_date(int year, int month, int day) { return year * 10000 + month * 100 + day; }

bool is_date(int year, int month, int day) {
  // The calendar's own types wrap round.
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  return std::chrono::year_month_day{std::chrono::year{year},
                                     std::chrono::month{static_cast<unsigned>(month)},
                                     std::chrono::day{static_cast<unsigned>(day)}}
      .ok();
}

int full_year(int short_year) {
  return short_year < kTwoDigitYearPivot ? 2000 + short_year : 1900 + short_year;
}

/// "7/8/07", "07/08/2007": month first, as American outlets write it; day first where only that
/// makes a date.
void read_slashed(std::string_view digits, Lexeme& lexeme) {
  const auto parts = split(digits, '/');
  if (parts.size() == 2) {
    const int over = whole(parts[0]), under = whole(parts[1]);
    if (under < 2 || under > 64 || over >= under) return;
    lexeme.sorts = bit(Sort::fraction);
    lexeme.number = static_cast<double>(over) / under;
    return;
  }
  if (parts.size() != 3 || parts[2].size() == 3 || parts[2].size() > 4) return;
  int month = whole(parts[0]), day = whole(parts[1]);
  const int year = parts[2].size() == 4 ? whole(parts[2]) : full_year(whole(parts[2]));
  if (!is_date(year, month, day)) std::swap(month, day);
  if (!is_date(year, month, day)) return;
  lexeme.sorts = bit(Sort::numeric_date);
  lexeme.value = packed_date(year, month, day);
}

void read_clock(std::string_view digits, Lexeme& lexeme) {
  const auto parts = split(digits, ':');
  const int hour = whole(parts[0]), minute = whole(parts[1]);
  if (hour > 24 || minute > 59 || parts[1].size() != 2) return;
  lexeme.sorts = bit(Sort::clock);
  lexeme.value = hour * 60 + minute;
}

/// Whether commas stand before groups of three digits ("1,000", "1,00,000" does too in India).
bool has_good_commas(std::string_view digits) {
  const auto parts = split(digits.substr(0, digits.find('.')), ',');
  return std::ranges::all_of(
             parts.begin() + 1, parts.end(),
             [](std::string_view part) { return part.size() == 3 || part.size() == 2; }) &&
         parts.back().size() == 3;
}

}  // namespace

void read_digits(std::string_view digits, Lexeme& lexeme) {
  lexeme.digits = true;
  if (digits.size() > kMostDigits) return;
  if (digits.find('/') != std::string_view::npos) return read_slashed(digits, lexeme);
  if (digits.find(':') != std::string_view::npos) return read_clock(digits, lexeme);
  const auto points = std::ranges::count(digits, '.');
  if (points > 1) return;  // an address or a version
  const bool has_commas = digits.find(',') != std::string_view::npos;
  if (has_commas && !has_good_commas(digits)) return;
  lexeme.decimal = points > 0 || has_commas;
  lexeme.sorts = bit(Sort::number);
  lexeme.number = decimal(digits);
  if (lexeme.decimal) return;
  lexeme.value = whole(digits);
  if (digits.size() == 4 && lexeme.value >= kFirstYear && lexeme.value <= kLastYear) {
    lexeme.sorts |= bit(Sort::year);
  }
  if (digits.size() <= 2 && lexeme.value >= 1 && lexeme.value <= 31) {
    lexeme.sorts |= bit(Sort::day_number);
  }
}

bool read_suffix(std::string_view suffix, Lexeme& lexeme) {
  if (!lexeme.is(Sort::number) || lexeme.decimal) return false;
  if (suffix == "s" || suffix == "'s" || suffix == "’s") {
    const bool is_long = lexeme.is(Sort::year), is_short = lexeme.value >= 10 && lexeme.value < 100;
    if (lexeme.value % 10 != 0 || (!is_long && !is_short)) return false;
    const int year = is_long ? lexeme.value : full_year(lexeme.value);
    lexeme.sorts = bit(Sort::decade);
    lexeme.value = year / 10;
    return true;
  }
  if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
    lexeme.sorts = bit(Sort::ordinal) | (lexeme.sorts & bit(Sort::day_number));
    return true;
  }
  return false;
}

namespace {

/// Reads one numeral of the list, from left to right, without looking back.
class NumeralReader {
 public:
  NumeralReader(std::string_view text, const std::vector<Lexeme>& lexemes)
      : text_(text), lexemes_(lexemes) {}

  /// The numeral that begins at `at`, covering [at, next()).
  std::optional<Lexeme> read(std::size_t at) {
    at_ = at;
    if (auto date = read_iso_date()) return date;
    if (auto ordinal = read_ordinal()) return ordinal;
    if (auto year = read_spoken_year()) return year;
    const Lexeme& first = lexemes_[at];
    if (first.is(Sort::number) && first.digits) return read_from_digits();
    if (first.is(Sort::number)) return read_from_words();
    if (first.is(Sort::article) && has(at + 1, Sort::magnitude)) return read_from_words();
    if (text_[first.span.begin] == '\'' || cut(text_, first.span) == "’") return read_short_year();
    return std::nullopt;
  }
  std::size_t next() const { return at_; }

 private:
  bool has(std::size_t at, Sort sort) const {
    return at < lexemes_.size() && lexemes_[at].is(sort);
  }
  /// No blank between this lexeme and the one before it.
  bool adjoins(std::size_t at) const {
    return at > 0 && at < lexemes_.size() && lexemes_[at - 1].span.end == lexemes_[at].span.begin;
  }
  bool is_plain_number(std::size_t at, int low, int high) const {
    return has(at, Sort::number) && !lexemes_[at].decimal && lexemes_[at].value >= low &&
           lexemes_[at].value <= high;
  }
  bool is_hyphen_between(std::size_t at) const {
    return has(at, Sort::hyphen) && adjoins(at) && adjoins(at + 1);
  }

  Lexeme joined(std::size_t begin, std::size_t end) const {
    Lexeme lexeme = lexemes_[begin];
    lexeme.span.end = lexemes_[end - 1].span.end;
    lexeme.last_token = lexemes_[end - 1].last_token;
    lexeme.sorts = bit(Sort::number);
    lexeme.unit = 0;
    return lexeme;
  }

  std::optional<Lexeme> read_iso_date() {
    const std::size_t at = at_;
    if (!has(at, Sort::year) || !is_hyphen_between(at + 1) || !is_hyphen_between(at + 3) ||
        !is_plain_number(at + 2, 1, 12) || !is_plain_number(at + 4, 1, 31)) {
      return std::nullopt;
    }
    const int year = lexemes_[at].value, month = lexemes_[at + 2].value,
              day = lexemes_[at + 4].value;
    if (!is_date(year, month, day)) return std::nullopt;
    Lexeme lexeme = joined(at, at + 5);
    lexeme.sorts = bit(Sort::numeric_date);
    lexeme.value = packed_date(year, month, day);
    at_ = at + 5;
    return lexeme;
  }

  /// "twenty-first"
  std::optional<Lexeme> read_ordinal() {
    const std::size_t at = at_;
    if (lexemes_[at].digits || !is_plain_number(at, 20, 90) || lexemes_[at].value % 10 != 0)
      return std::nullopt;
    const std::size_t last = is_hyphen_between(at + 1) ? at + 2 : at + 1;
    if (!has(last, Sort::ordinal) || lexemes_[last].value > 9 || lexemes_[last].digits)
      return std::nullopt;
    Lexeme lexeme = joined(at, last + 1);
    lexeme.value = lexemes_[at].value + lexemes_[last].value;
    lexeme.sorts = bit(Sort::ordinal) | (lexeme.value <= 31 ? bit(Sort::day_number) : 0);
    at_ = last + 1;
    return lexeme;
  }

  /// "nineteen ninety-six", "twenty ten"
  std::optional<Lexeme> read_spoken_year() {
    const std::size_t at = at_;
    if (lexemes_[at].digits || !is_plain_number(at, 13, 20)) return std::nullopt;
    if (!is_plain_number(at + 1, 10, 90) || lexemes_[at + 1].digits) return std::nullopt;
    int rest = lexemes_[at + 1].value;
    std::size_t end = at + 2;
    if (rest % 10 == 0 && rest > 10) {
      const std::size_t unit = is_hyphen_between(end) ? end + 1 : end;
      if (is_plain_number(unit, 1, 9) && !lexemes_[unit].digits) {
        rest += lexemes_[unit].value;
        end = unit + 1;
      }
    }
    Lexeme lexeme = joined(at, end);
    lexeme.sorts = bit(Sort::year);
    lexeme.value = lexemes_[at].value * 100 + rest;
    at_ = end;
    return lexeme;
  }

  /// "'96": the mark and two digits.
  std::optional<Lexeme> read_short_year() {
    const std::size_t at = at_;
    if (!adjoins(at + 1) || adjoins(at)) return std::nullopt;
    const Lexeme& digits = lexemes_[at + 1];
    const bool is_year = is_plain_number(at + 1, 0, 99) && digits.digits && digits.span.size() == 2;
    if (!is_year && !digits.is(Sort::decade)) return std::nullopt;
    Lexeme lexeme = joined(at, at + 2);
    lexeme.sorts = is_year ? bit(Sort::short_year) : bit(Sort::decade);
    lexeme.value = is_year ? full_year(digits.value) : digits.value;
    at_ = at + 2;
    return lexeme;
  }

  /// "1.5 million", "2 1/2", "3-million"
  Lexeme read_from_digits() {
    const std::size_t begin = at_;
    double value = lexemes_[begin].number, scale = 1;
    std::size_t end = begin + 1;
    if (has(end, Sort::fraction) && lexemes_[end].digits) value += lexemes_[end++].number;
    for (;;) {
      const std::size_t word = is_hyphen_between(end) ? end + 1 : end;
      if (!has(word, Sort::magnitude) || end - begin > kLongestNumeral) break;
      scale *= lexemes_[word].number;
      end = word + 1;
    }
    Lexeme lexeme = joined(begin, end);
    lexeme.number = value * scale;
    lexeme.scale = scale;
    if (end == begin + 1) {
      lexeme.sorts = lexemes_[begin].sorts;
    } else {
      lexeme.decimal = true;
    }
    at_ = end;
    return lexeme;
  }

  /// "two hundred and six thousand", "one point five million", "a dozen"
  Lexeme read_from_words() {
    const std::size_t begin = at_;
    double total = 0, current = 0;
    std::size_t end = begin;
    bool after_magnitude = false;
    if (lexemes_[begin].is(Sort::article)) {
      current = 1;
      ++end;
    }
    while (end - begin < kLongestNumeral) {
      const bool is_joined =
          (end > begin && is_hyphen_between(end)) || (after_magnitude && has(end, Sort::and_word));
      const std::size_t word = is_joined ? end + 1 : end;
      if (word >= lexemes_.size()) break;
      const Lexeme& lexeme = lexemes_[word];
      if (lexeme.is(Sort::number) && !lexeme.digits && fits(current, lexeme.number)) {
        current += lexeme.number;
        after_magnitude = false;
      } else if (lexeme.is(Sort::magnitude) && current > 0 && word_is_direct(end, word)) {
        if (lexeme.number <= 100) {
          current *= lexeme.number;
        } else {
          total += current * lexeme.number;
          current = 0;
        }
        after_magnitude = true;
      } else if (const auto decimals = read_decimals(word, begin)) {
        current += decimals->first;
        end = decimals->second;
        continue;
      } else {
        break;
      }
      end = word + 1;
    }
    Lexeme lexeme = joined(begin, end);
    lexeme.number = total + current;
    if (end == begin + 1) {
      lexeme.sorts = lexemes_[begin].sorts;
    } else {
      lexeme.value = lexeme.number < 1e9 ? static_cast<int>(lexeme.number) : 0;
    }
    if (lexeme.number >= 1 && lexeme.number <= 31 && lexeme.number == std::floor(lexeme.number)) {
      lexeme.sorts |= bit(Sort::day_number);
    }
    // "the year two thousand"
    if (lexeme.number >= 1900 && lexeme.number <= kLastYear) lexeme.sorts |= bit(Sort::year);
    at_ = end;
    return lexeme;
  }

  bool word_is_direct(std::size_t end, std::size_t word) const {
    return word == end || lexemes_[end].is(Sort::hyphen);
  }

  /// Whether a small number may follow what was read: tens after hundreds, units after tens.
  static bool fits(double current, double small) {
    const double below_hundred = std::fmod(current, 100);
    if (small >= 10) return below_hundred == 0;
    if (small == 0) return current == 0;
    return below_hundred == 0 || (below_hundred >= 20 && std::fmod(current, 10) == 0);
  }

  /// "point five": the value and the next lexeme.
  std::optional<std::pair<double, std::size_t>> read_decimals(std::size_t at,
                                                              std::size_t begin) const {
    if (at == begin || cut(text_, lexemes_[at].span) != "point") return std::nullopt;
    double value = 0, scale = 0.1;
    std::size_t end = at + 1;
    while (end - begin < kLongestNumeral && is_plain_number(end, 0, 9) && !lexemes_[end].digits) {
      value += lexemes_[end++].number * scale;
      scale /= 10;
    }
    if (end == at + 1) return std::nullopt;
    return std::pair{value, end};
  }

  std::string_view text_;
  const std::vector<Lexeme>& lexemes_;
  std::size_t at_ = 0;
};

constexpr Sorts kNumeralStarts = bit(Sort::number) | bit(Sort::article) | bit(Sort::possessive);

}  // namespace

void merge_numerals(std::string_view text, std::vector<Lexeme>& lexemes) {
  NumeralReader reader(text, lexemes);
  std::size_t out = 0;
  // What is written lies at or before what is read, and the reader looks only ahead, or one back
  // at a span's end, which merging keeps.
  for (std::size_t at = 0; at < lexemes.size();) {
    std::optional<Lexeme> numeral;
    if (lexemes[at].is_any(kNumeralStarts)) numeral = reader.read(at);
    const std::size_t next = numeral ? std::max(reader.next(), at + 1) : at + 1;
    lexemes[out++] = numeral ? *numeral : lexemes[at];
    at = next;
  }
  lexemes.resize(out);
}

}  // namespace stemma
