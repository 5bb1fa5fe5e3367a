#include "extract/metadata/names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/ascii_case.h"
#include "base/text.h"
#include "extract/body/blocks.h"
#include "extract/metadata/byline_opener.h"
#include "extract/metadata/name_list.h"
#include "extract/metadata/person_name.h"
#include "model/date_words.h"
#include "model/outlets.h"
#include "model/written_date.h"

namespace stemma {
namespace {

// A longer text is no list of names.
constexpr std::size_t kLongestList = 4096;

// What ends the names in a visible byline.
constexpr std::array<std::string_view, 34> kEndings{" for the ",
                                                    " for ",
                                                    " published",
                                                    " updated",
                                                    " posted",
                                                    " on ",
                                                    " at ",
                                                    " | ",
                                                    " • ",
                                                    " · ",
                                                    " — ",
                                                    " – ",
                                                    " - ",
                                                    " last ",
                                                    " follow ",
                                                    " @",
                                                    " (",
                                                    " comments",
                                                    " staff",
                                                    " is a ",
                                                    " of the ",
                                                    " am ",
                                                    " vom ",
                                                    "\t",
                                                    " min read",
                                                    " edited by ",
                                                    " editing ",
                                                    " photos by ",
                                                    " photography ",
                                                    " reviewed by ",
                                                    " video by ",
                                                    " illustrat",
                                                    " graphics ",
                                                    " fact check"};
// Those that a place follows.
constexpr std::array<std::string_view, 3> kPlaceEndings{" in ", " from the ", " from "};
// What may follow a name in an author field.
constexpr std::array<std::string_view, 5> kFieldEndings{" in ", " for ", " (", " @", " | "};

void add_once(std::vector<std::string>& names, std::string name) {
  const auto same = [&](const std::string& other) { return equal_ignoring_case(other, name); };
  if (std::none_of(names.begin(), names.end(), same)) names.push_back(std::move(name));
}

template <class Endings>
std::string_view before_endings(std::string_view text, const Endings& endings) {
  const std::string lowered = ascii_lower(text) + ' ';
  std::size_t end = text.size();
  for (const std::string_view ending : endings) {
    const auto at = lowered.find(ending);
    if (at != std::string::npos && at > 0) end = std::min(end, at);
  }
  return text.substr(0, end);
}

std::vector<std::string> names_among(const std::vector<NamePiece>& pieces, bool marked) {
  constexpr std::size_t kMostNames = 16;
  std::vector<std::string> names;
  bool has_full_name = false;
  for (const NamePiece& piece : pieces) {
    if (names.size() >= kMostNames) break;
    std::string_view text = trim(piece.text);
    if (!marked) text = after_openers(text);
    // "Head of Research" after a name, and an outlet after a bar: "Ann Lee | Courier Media for …".
    const std::string spaced = ' ' + ascii_lower(text) + ' ';
    if (has_full_name && spaced.find(" of ") != std::string::npos) continue;
    if (has_full_name && piece.after_bar && spaced.find(" for ") != std::string::npos) continue;
    if (marked) text = before_endings(text, kFieldEndings);
    // "Martin King, Jr."
    if (piece.after_comma && is_generation(text) && !names.empty()) {
      names.back() += ", " + std::string(text);
      continue;
    }
    std::string name = as_line(bare_name(text));
    if (!looks_like_name(name, marked)) continue;
    // After a full name and a comma a single word is a place, a job or an outlet.
    const bool is_full = count_words(name) >= 2;
    if (piece.after_comma && has_full_name && !is_full) continue;
    has_full_name = has_full_name || is_full;
    add_once(names, std::move(name));
  }
  return names;
}

// "Lee, Ann": a family name first, where both are one word and no outlet's.
std::optional<std::string> turned(const std::vector<NamePiece>& pieces) {
  if (pieces.size() != 2 || !pieces[1].after_comma) return std::nullopt;
  std::string family = as_line(bare_name(pieces[0].text));
  std::string given = as_line(bare_name(pieces[1].text));
  for (const std::string& name : {family, given}) {
    if (count_words(name) != 1 || !is_capital(name, 0) || !looks_like_name(name, true) ||
        known_outlet(name) != nullptr) {
      return std::nullopt;
    }
  }
  if (is_generation(given)) return std::nullopt;
  return given + ' ' + family;
}

// Words before a day's number.
bool opens_date(std::string_view word) {
  const std::string lower = ascii_lower(word);
  return english_month(lower) != 0 || english_weekday(lower) != 0 || is_german_weekday(lower) ||
         lower == "am" || lower == "vom";
}

// Without the date at the end: what stands from the first digit on, and the month or the day of the
// week before it ("Ann Lee May 3, 2024", "Ann Lee Tue 3 Apr").
std::string_view before_date(std::string_view text) {
  const auto digit = std::find_if(text.begin(), text.end(), is_ascii_digit);
  if (digit == text.end()) return text;
  const std::vector<DateInText> dates = read_dates(text);
  auto end = static_cast<std::size_t>(digit - text.begin());
  if (!dates.empty()) end = std::min<std::size_t>(end, dates.front().span.begin);
  text = text.substr(0, end);
  for (bool more = true; more;) {
    while (!text.empty() &&
           (is_ascii_space(text.back()) || text.back() == ',' || text.back() == '.')) {
      text.remove_suffix(1);
    }
    const auto blank = text.rfind(' ');
    more = blank != std::string_view::npos && opens_date(text.substr(blank + 1));
    if (more) text = text.substr(0, blank);
  }
  return text;
}

// Each name may have its place after it: "Ann Lee in Kyiv and Bob Ray in Moscow". Where only one
// has, the rest is the place's name: "Ann Lee in Bosnia and Herzegovina".
std::vector<NamePiece> without_places(const std::vector<NamePiece>& pieces) {
  std::vector<NamePiece> names;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string_view name = before_endings(pieces[i].text, kPlaceEndings);
    names.push_back({name, pieces[i].after_comma, pieces[i].after_bar});
    const bool placed = name.size() < pieces[i].text.size();
    const bool next_placed =
        i + 1 < pieces.size() &&
        before_endings(pieces[i + 1].text, kPlaceEndings).size() < pieces[i + 1].text.size();
    if (placed && !next_placed) break;
  }
  return names;
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline) {
  if (byline.size() > kLongestList) return {};
  const std::string_view text = before_date(before_endings(after_openers(byline), kEndings));
  return names_among(without_places(split_names(text)), false);
}

std::vector<std::string> names_in_field(std::string_view value) {
  if (value.size() > kLongestList) return {};
  value = trim(value);
  for (const std::string_view opener : {"by:", "by", "written by", "author:"}) {
    value = after_opener(value, opener);
  }
  const std::vector<NamePiece> pieces = split_names(value);
  if (auto name = turned(pieces)) return {std::move(*name)};
  return names_among(pieces, true);
}

}  // namespace stemma
