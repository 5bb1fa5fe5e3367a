#include "extract/metadata/person_name.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/ascii_case.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/phrases.h"
#include "model/date_words.h"

namespace stemma {
namespace {

// Words of jobs and of pages that are in no name; words that are, if rarely.
enum WordKind : std::uint8_t { kJob = 1, kInNames = 2 };
constexpr std::array<PhraseRow, 2> kNoNames{
    {{0,
      "^reporter= ^reporters= ^editor= ^editors= ^writer= ^writers= ^correspondent= "
      "^correspondents= ^producer= ^columnist= ^journalist= ^journalists= ^contributor= "
      "^contributors= ^photographer= ^bureau= ^chief= ^senior= ^director= ^managing= ^published= "
      "^updated= ^posted= ^twitter= ^facebook= ^follow= ^email= ^subscribe= ^newsletter= "
      "^comments= ^comment= ^share= ^by= ^special= ^redakteur= ^redakteurin= ^minutes= ^view= "
      "^all= ^posts= ^profile= ^bio= ^articles= ^http= ^https= ^www= ^com= ^ago= ^analyst= ^host= "
      "^professor= ^staff= ^author= ^authors= ^am= ^pm= ^contributing= ^reporting= ^image= ^photo= "
      "^admin= "
      "^administrator= ^uhr= ^kommentare= ^archive= ^about= ^opinion= ^name= ^login= ^redaktion= "
      "^agencies= ^agency= ^phd="},
     {1, "^more= ^read= ^guest= ^md="}}};

// Persons are called June and Monday, and no one "Sept"; Jan and May are names like any other.
bool is_month_or_day_in_full(std::string_view word) {
  constexpr std::size_t kAbbreviation = 3;
  return word.size() > kAbbreviation && (english_month(word) != 0 || english_weekday(word) != 0);
}

// Of a folded word.
std::uint32_t kinds_of(std::string_view word) {
  static const PhraseSet no_names(kNoNames);
  const std::uint32_t kinds = no_names.kinds_in(word);
  return kinds == 0 && is_month_or_day_in_full(word) ? std::uint32_t{kInNames} : kinds;
}

// "M.D.", "PhD": written in capitals, with or without points.
bool is_degree(std::string_view word) {
  constexpr std::array<std::string_view, 14> kDegrees{"md",  "phd", "mph", "rn",   "do",
                                                      "esq", "mba", "dds", "dvm",  "cpa",
                                                      "jd",  "msc", "bsc", "dphil"};
  std::string letters;
  std::size_t capitals = 0;
  for (const char c : word) {
    if (c == '.') continue;
    capitals += is_ascii_upper(c) ? 1 : 0;
    letters += ascii_lower(c);
  }
  return (capitals >= 2 || letters == "esq") &&
         std::find(kDegrees.begin(), kDegrees.end(), letters) != kDegrees.end();
}

}  // namespace

bool is_capital(std::string_view text, std::size_t at) {
  return at < text.size() && is_upper(decode_utf8(text, at).code_point);
}

bool is_generation(std::string_view piece) {
  constexpr std::array<std::string_view, 5> kGenerations{"jr", "sr", "ii", "iii", "iv"};
  if (piece.ends_with('.')) piece.remove_suffix(1);
  return std::any_of(kGenerations.begin(), kGenerations.end(), [&](std::string_view generation) {
    return equal_ignoring_case(piece, generation);
  });
}

std::size_t count_words(std::string_view text) { return words_of(text).size(); }

// Without marks around it, and without jobs and degrees after a name of two words or more.
std::string_view bare_name(std::string_view name) {
  for (bool more = true; more;) {
    more = false;
    name = trim(name);
    for (const std::string_view mark : {"—", "–", "-", ",", ".", ":", "“", "\""}) {
      if (!name.starts_with(mark)) continue;
      name.remove_prefix(mark.size());
      more = true;
    }
    for (const std::string_view mark : {"—", "–", "-", ",", "”", "\""}) {
      if (!name.ends_with(mark)) continue;
      name.remove_suffix(mark.size());
      more = true;
    }
    const auto blank = name.rfind(' ');
    const std::string_view last = blank == std::string_view::npos ? name : name.substr(blank + 1);
    if (blank != std::string_view::npos && count_words(name.substr(0, blank)) >= 2) {
      const bool job = (kinds_of(last) & kJob) != 0 && is_capital(last, 0);
      if (job || is_degree(last)) {
        name = name.substr(0, blank);
        more = true;
        continue;
      }
    }
    // "Jr." and "J." keep theirs.
    if (name.ends_with('.') && !is_generation(last) && last.size() > 2) {
      name.remove_suffix(1);
      more = true;
    }
  }
  return name;
}

// With `marked` the page itself says that this is an author: a pen name in lower case will do.
bool looks_like_name(std::string_view name, bool marked) {
  constexpr std::size_t kLongestName = 50, kMostWords = 6;
  if (name.size() < 3 || name.size() > kLongestName || is_degree(name)) return false;
  if (name.find_first_of("0123456789@/\\<>{}()[]=_#:?!*") != std::string_view::npos) return false;
  const std::vector<Word> words = words_of(name);
  if (words.empty() || words.size() > kMostWords) return false;
  std::size_t unlikely = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t kinds = kinds_of(words[i].folded);
    if (kinds == 0) continue;
    const std::string_view word = words[i].folded;
    // "Guest Post", "More Stories"; none of these is a first name.
    const bool opens = i == 0 && (word == "more" || word == "read" || word == "guest");
    const bool is_day = word.ends_with("day") && !marked;
    if ((kinds & kJob) != 0 || opens || is_day || !is_capital(name, words[i].span.begin)) {
      return false;
    }
    ++unlikely;
  }
  if (unlikely == words.size()) return false;
  const Decoded first = decode_utf8(name, words.front().span.begin);
  return is_letter(first.code_point) && (marked || !is_lower(first.code_point));
}

}  // namespace stemma
