#include "extract/metadata/names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/body/blocks.h"
#include "extract/phrases.h"
#include "model/outlets.h"
#include "model/written_date.h"

namespace stemma {
namespace {

// A longer text is no list of names.
constexpr std::size_t kLongestList = 4096;

// What opens a byline.
constexpr std::array<std::string_view, 36> kOpeners{"zeige alle beiträge von",
                                                    "alle beiträge von",
                                                    "view all posts by",
                                                    "all posts by",
                                                    "posts by",
                                                    "articles by",
                                                    "auteur",
                                                    "autore",
                                                    "beitragvon",
                                                    "by:",
                                                    "by",
                                                    "written by",
                                                    "words by",
                                                    "reported by",
                                                    "posted by",
                                                    "published by",
                                                    "author:",
                                                    "authors:",
                                                    "author",
                                                    "story by",
                                                    "article by",
                                                    "text by",
                                                    "review by",
                                                    "veröffentlicht von",
                                                    "geschrieben von",
                                                    "beitrag von",
                                                    "autor:",
                                                    "autorin:",
                                                    "text:",
                                                    "opinion by",
                                                    "analysis by",
                                                    "Текст:",
                                                    "Автор:",
                                                    "Автор",
                                                    "作者:",
                                                    "作者："};
// "By" in other languages. They also begin names ("Von Miller"): a name must be left over.
constexpr std::array<std::string_view, 8> kShortOpeners{"von", "par",  "por", "di",
                                                        "de",  "door", "av",  "af"};
// Of these the first four are also taken for a byline at the head of any line.
constexpr std::size_t kLineOpeners = 4;

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

// Separators of a list of names, and those that also stand inside a name: "Ortega y Gasset",
// "Simon & Schuster".
constexpr std::array<std::string_view, 12> kSeparators{" and ", " und ", " with ", ";",  ",",  "|",
                                                       "/",     "•",     "·",      "、", "，", "،"};
constexpr std::array<std::string_view, 14> kJoiners{" & ",  " y ",   " e ",  " et ", " i ",
                                                    " og ", " och ", " en ", " ve ", " és ",
                                                    " și ", " и ",   " і ",  " و "};

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
     {1,
      "^more= ^read= ^guest= ^md= ^january= ^february= ^march= ^april= ^june= ^july= ^august= "
      "^september= ^october= ^november= ^december= ^monday= ^tuesday= ^wednesday= ^thursday= "
      "^friday= ^saturday= ^sunday="}}};

std::uint32_t kinds_of(std::string_view word) {
  static const PhraseSet no_names(kNoNames);
  return no_names.kinds_in(word);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_ascii_upper(c)) c = static_cast<char>(c + 32);
  }
  return out;
}

bool is_capital(std::string_view text, std::size_t at) {
  return at < text.size() && is_upper(decode_utf8(text, at).code_point);
}

// "vonAnn": two elements that only their style sets apart.
bool is_glued(std::string_view text, std::size_t at) {
  return is_ascii_lower(text[at - 1]) && is_capital(text, at);
}

bool opens_with(std::string_view text, std::string_view opener) {
  if (!starts_with_ignoring_case(text, opener) || text.size() <= opener.size()) return false;
  return opener.ends_with(':') || opener.ends_with("：") || text[opener.size()] == ' ' ||
         text[opener.size()] == ':' || text.substr(opener.size(), 2) == "\xC2\xA0" ||
         is_glued(text, opener.size());
}

std::string_view after_opener(std::string_view text, std::string_view opener) {
  text.remove_prefix(opener.size());
  while (!text.empty() && (text.front() == ':' || text.front() == ' ')) text.remove_prefix(1);
  return trim(text);
}

// "By: Ann" → "Ann". Several openers may follow one another.
std::string_view without_opener(std::string_view text, bool* opened) {
  for (bool more = true; more;) {
    more = false;
    text = trim(text);
    for (const std::string_view opener : kOpeners) {
      if (!opens_with(text, opener)) continue;
      text = after_opener(text, opener);
      *opened = more = true;
      break;
    }
  }
  for (const std::string_view opener : kShortOpeners) {
    if (!opens_with(text, opener)) continue;
    const std::string_view rest = after_opener(text, opener);
    const bool colon = text.substr(opener.size()).starts_with(':');
    const bool glued = rest.data() == text.data() + opener.size();
    if (!colon && !glued && (words_of(rest).size() < 2 || !is_capital(rest, 0))) continue;
    *opened = true;
    return rest;
  }
  return text;
}

bool is_generation(std::string_view piece) {
  constexpr std::array<std::string_view, 5> kGenerations{"jr", "sr", "ii", "iii", "iv"};
  if (piece.ends_with('.')) piece.remove_suffix(1);
  return std::any_of(kGenerations.begin(), kGenerations.end(), [&](std::string_view generation) {
    return equal_ignoring_case(piece, generation);
  });
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
    letters += lower_ascii({&c, 1});
  }
  return (capitals >= 2 || letters == "esq") &&
         std::find(kDegrees.begin(), kDegrees.end(), letters) != kDegrees.end();
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

struct Piece {
  std::string_view text;
  bool after_comma = false;
  bool after_bar = false;
};

// Cuts at the joiners that have a name of two words on both sides.
void split_at_joiners(std::string_view text, bool after_comma, std::vector<Piece>& pieces) {
  constexpr std::size_t kMostJoiners = 8;
  for (std::size_t i = 0; i < kMostJoiners; ++i) {
    std::size_t cut_at = std::string_view::npos, size = 0;
    for (const std::string_view joiner : kJoiners) {
      const auto at = text.find(joiner);
      if (at < cut_at && count_words(text.substr(0, at)) >= 2 &&
          count_words(text.substr(at + joiner.size())) >= 2) {
        cut_at = at;
        size = joiner.size();
      }
    }
    if (cut_at == std::string_view::npos) break;
    pieces.push_back({text.substr(0, cut_at), after_comma, false});
    text = text.substr(cut_at + size);
    after_comma = false;
  }
  pieces.push_back({text, after_comma, false});
}

// Cuts at the separators of a list of names.
std::vector<Piece> split_names(std::string_view text) {
  const std::string lowered = lower_ascii(text);
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  bool after_comma = false, after_bar = false;
  while (begin <= text.size()) {
    std::size_t end = text.size(), next = text.size() + 1;
    bool comma = false, bar = false;
    for (const std::string_view separator : kSeparators) {
      const auto at = lowered.find(separator, begin);
      if (at != std::string::npos && at < end) {
        end = at;
        next = at + separator.size();
        comma = separator == ",";
        bar = separator == "|";
      }
    }
    const std::size_t first = pieces.size();
    split_at_joiners(text.substr(begin, end - begin), after_comma, pieces);
    pieces[first].after_bar = after_bar;
    after_bar = bar;
    // "Ann Lee, and Bo Li": the "and" counts.
    if (!trim(text.substr(begin, end - begin)).empty()) after_comma = comma;
    begin = next;
  }
  return pieces;
}

void add_once(std::vector<std::string>& names, std::string name) {
  const auto same = [&](const std::string& other) { return equal_ignoring_case(other, name); };
  if (std::none_of(names.begin(), names.end(), same)) names.push_back(std::move(name));
}

template <class Endings>
std::string_view before_endings(std::string_view text, const Endings& endings) {
  const std::string lowered = lower_ascii(text) + ' ';
  std::size_t end = text.size();
  for (const std::string_view ending : endings) {
    const auto at = lowered.find(ending);
    if (at != std::string::npos && at > 0) end = std::min(end, at);
  }
  return text.substr(0, end);
}

std::vector<std::string> names_among(const std::vector<Piece>& pieces, bool marked) {
  constexpr std::size_t kMostNames = 16;
  std::vector<std::string> names;
  bool has_full_name = false;
  for (const Piece& piece : pieces) {
    if (names.size() >= kMostNames) break;
    bool opened = false;
    std::string_view text = trim(piece.text);
    if (!marked) text = without_opener(text, &opened);
    // "Head of Research" after a name, and an outlet after a bar: "Ann Lee | Courier Media for …".
    const std::string spaced = ' ' + lower_ascii(text) + ' ';
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
std::optional<std::string> turned(const std::vector<Piece>& pieces) {
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

bool is_month_or_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 57> kWords{
      "january",  "february",  "march",      "april",    "may",      "june",      "july",
      "august",   "september", "october",    "november", "december", "jan",       "feb",
      "mar",      "apr",       "jun",        "jul",      "aug",      "sep",       "sept",
      "oct",      "nov",       "dec",        "monday",   "tuesday",  "wednesday", "thursday",
      "friday",   "saturday",  "sunday",     "mon",      "tue",      "tues",      "wed",
      "thu",      "thur",      "thurs",      "fri",      "sat",      "sun",       "mo",
      "di",       "mi",        "do",         "fr",       "sa",       "so",        "montag",
      "dienstag", "mittwoch",  "donnerstag", "freitag",  "samstag",  "sonntag",   "am",
      "vom"};
  return std::find(kWords.begin(), kWords.end(), lower_ascii(word)) != kWords.end();
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
    more = blank != std::string_view::npos && is_month_or_weekday(text.substr(blank + 1));
    if (more) text = text.substr(0, blank);
  }
  return text;
}

// Each name may have its place after it: "Ann Lee in Kyiv and Bob Ray in Moscow". Where only one
// has, the rest is the place's name: "Ann Lee in Bosnia and Herzegovina".
std::vector<Piece> without_places(const std::vector<Piece>& pieces) {
  std::vector<Piece> names;
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
  bool opened = false;
  if (byline.size() > kLongestList) return {};
  const std::string_view text =
      before_date(before_endings(without_opener(byline, &opened), kEndings));
  return names_among(without_places(split_names(text)), false);
}

std::vector<std::string> names_in_field(std::string_view value) {
  if (value.size() > kLongestList) return {};
  value = trim(value);
  for (const std::string_view opener : {"by:", "by", "written by", "author:"}) {
    if (opens_with(value, opener)) value = after_opener(value, opener);
  }
  const std::vector<Piece> pieces = split_names(value);
  if (auto name = turned(pieces)) return {std::move(*name)};
  return names_among(pieces, true);
}

bool opens_byline(std::string_view line) {
  line = trim(line);
  const auto opens = [&](std::string_view opener) { return opens_with(line, opener); };
  return std::any_of(kOpeners.begin(), kOpeners.end(), opens) ||
         std::any_of(kShortOpeners.begin(), kShortOpeners.begin() + kLineOpeners, opens);
}

}  // namespace stemma
