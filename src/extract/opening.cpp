#include "extract/opening.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/metadata/names.h"
#include "model/written_date.h"

namespace stemma {
namespace {

constexpr std::size_t kMostWords = 16;

// Words that stand in a line with a date and say nothing else; a word of under four capitals is a
// time zone.
constexpr std::array<std::string_view, 45> kBesideDates{
    "published", "updated", "posted",  "modified", "created", "last",   "first",   "originally",
    "on",        "at",      "date",    "time",     "edited",  "issued", "release", "released",
    "am",        "pm",      "a",       "p",        "m",       "of",     "the",     "min",
    "mins",      "minute",  "minutes", "read",     "hour",    "hours",  "day",     "days",
    "week",      "weeks",   "month",   "months",   "year",    "years",  "ago",     "gmt",
    "local",     "uhr",     "um",      "noon",     "reading"};
constexpr std::array<std::string_view, 38> kDateWords{
    "january",   "february", "march",     "april",    "may",    "june",     "july",   "august",
    "september", "october",  "november",  "december", "jan",    "feb",      "mar",    "apr",
    "jun",       "jul",      "aug",       "sep",      "sept",   "oct",      "nov",    "dec",
    "monday",    "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
    "tue",       "wed",      "thu",       "fri",      "sat",    "sun"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_zone(std::string_view word) {
  return word.size() >= 2 && word.size() <= 4 &&
         std::all_of(word.begin(), word.end(), is_ascii_upper);
}

// All words are numbers, dates or labels of dates, and a date or "ago" is there.
bool is_date_alone(std::string_view line) {
  bool has_number = false, has_date = false;
  for (const Word& word : words_of(line)) {
    const std::string_view shown = cut(line, word.span);
    const bool number = is_ascii_digit(shown.front());
    const bool date = is_among(kDateWords, word.folded);
    if (!number && !date && !is_among(kBesideDates, word.folded) && !is_zone(shown)) return false;
    has_number = has_number || number;
    has_date = has_date || date || word.folded == "ago";
  }
  return has_number && (has_date || read_date(line, true).has_value());
}

}  // namespace

bool is_about_writing(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  line = trim(line);
  if (line.empty() || line.size() > kLongest) return false;
  const std::size_t words = words_of(line).size();
  if (words == 0 || words > kMostWords) return false;
  if (is_date_alone(line)) return true;
  return line.back() != '.' && opens_byline(line) && !names_in_byline(line).empty();
}

}  // namespace stemma
