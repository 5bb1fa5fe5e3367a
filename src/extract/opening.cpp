#include "extract/opening.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/metadata/dated_line.h"
#include "model/byline/names.h"
#include "model/date_words.h"
#include "model/written_date.h"

namespace stemma {
namespace {

constexpr std::size_t kMostWords = 16;

// Words of a line with a date that only its label, or the place of its clock, has; a word of under
// four capitals is a time zone.
constexpr std::array<std::string_view, 16> kLabels{
    "published", "updated",    "posted", "modified", "created", "edited", "issued", "release",
    "released",  "originally", "date",   "time",     "gmt",     "local",  "noon",   "reading"};

bool is_beside_dates(std::string_view word) {
  return stands_beside_dates(word) || is_time_unit(word) ||
         std::find(kLabels.begin(), kLabels.end(), word) != kLabels.end();
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
    const bool date = english_month(word.folded) != 0 || english_weekday(word.folded) != 0;
    if (!number && !date && !is_beside_dates(word.folded) && !is_zone(shown)) return false;
    has_number = has_number || number;
    has_date = has_date || date || word.folded == "ago";
  }
  return has_number && (has_date || read_date(line, true).has_value());
}

// Takes the words out wherever they stand; says whether they did.
bool take_out(std::string_view words, std::string& line) {
  if (words.empty()) return false;
  bool any = false;
  for (std::size_t at = 0; at + words.size() <= line.size(); ++at) {
    if (!starts_with_ignoring_case(std::string_view(line).substr(at), words)) continue;
    line.replace(at, words.size(), " ");
    any = true;
  }
  return any;
}

// Particles such as "le", "par" and "von" are as short as this.
bool is_particle(std::string_view word) {
  constexpr std::size_t kLongest = 3;
  return word.size() <= kLongest && !is_ascii_upper(word.front());
}

// Only what is known already, dates, their labels and particles.
bool repeats_metadata(std::string_view line, const Article& known) {
  std::string rest(line);
  const std::vector<DateInText> dates = read_dates(line, true);
  for (auto date = dates.rbegin(); date != dates.rend(); ++date) {
    rest.replace(date->span.begin, date->span.end - date->span.begin, " ");
  }
  bool any = !dates.empty();
  for (const std::string& author : known.authors) any = take_out(author, rest) || any;
  for (const auto& outlet : {known.outlet_name, known.outlet}) {
    if (outlet) take_out(*outlet, rest);
  }
  const auto says_nothing = [&](const Word& word) {
    const std::string_view shown = cut(rest, word.span);
    return is_ascii_digit(shown.front()) || is_particle(shown) || is_zone(shown) ||
           is_beside_dates(word.folded) || label_of(word.folded) != DateLabel::none;
  };
  const std::vector<Word> words = words_of(rest);
  return any && std::all_of(words.begin(), words.end(), says_nothing);
}

}  // namespace

bool is_about_writing(std::string_view line, const Article& known) {
  constexpr std::size_t kLongest = 120;
  line = trim(line);
  if (line.empty() || line.size() > kLongest || line.ends_with(':')) return false;
  const std::size_t words = words_of(line).size();
  if (words == 0 || words > kMostWords) return false;
  if (is_date_alone(line)) return true;
  if (line.back() != '.' && opens_byline(line) && !names_in_byline(line).empty()) return true;
  return repeats_metadata(line, known);
}

}  // namespace stemma
