#include "model/byline/names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "model/byline/division.h"
#include "model/byline/name_list.h"
#include "model/byline/opener.h"
#include "model/byline/person_name.h"
#include "model/byline/words.h"
#include "model/outlets.h"

namespace stemma {
namespace {

using byline::bare_name;
using byline::count_words;
using byline::is_capital;
using byline::is_generation;
using byline::kinds_of;
using byline::looks_like_name;
using byline::NamePiece;
using byline::Opening;
using byline::opening_of;
using byline::split_names;
using Role = Opening::Role;

// A longer text is no list of names.
constexpr std::size_t kLongestList = 4096;
constexpr std::size_t kMostNames = 16;

// What ends the names in a visible byline, beside the words that lead away from them.
constexpr std::array<std::string_view, 14> kEndings{
    " for the ", " of the ", " is a ", " min read", " fact check", " special to ", " | ", " • ",
    " · ",       " — ",      " – ",    " - ",       "(",           " staff writer"};
// Those that a place follows.
constexpr std::array<std::string_view, 5> kPlaceEndings{" in ", " from the ", " from ", " à ",
                                                        " em "};
// What may follow a name in an author field.
constexpr std::array<std::string_view, 4> kFieldEndings{" in ", " for ", "(", " | "};
// Those that also stand between the parts of a pen name, "Harbour - Ann Lee".
constexpr std::array<std::string_view, 3> kDashes{" - ", " – ", " — "};

void add_once(std::vector<std::string>& names, std::string name) {
  if (names.size() >= kMostNames) return;
  const auto same = [&](const std::string& other) { return equal_ignoring_case(other, name); };
  if (std::none_of(names.begin(), names.end(), same)) names.push_back(std::move(name));
}

// As it is printed: without soft hyphens and with single blanks.
std::string as_printed(std::string_view name) {
  constexpr std::string_view kSoftHyphen = "\xC2\xAD";
  std::string shown(name);
  for (auto at = shown.find(kSoftHyphen); at != std::string::npos; at = shown.find(kSoftHyphen)) {
    shown.erase(at, kSoftHyphen.size());
  }
  return collapse_space(shown);
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

// Before the first word that leads from a name to something else: "Ann Lee for …", "Ann Lee
// Updated …", "Ann Lee Photographs by …". Small words do so only where they are written small, or
// nothing is.
std::string_view before_leading_words(std::string_view text) {
  const bool has_small = std::any_of(text.begin(), text.end(), is_ascii_lower);
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::uint32_t kinds = kinds_of(words[i].folded);
    const bool capital = is_capital(text, words[i].span.begin);
    const bool leads = (kinds & byline::kLeading) != 0 && (!has_small || !capital);
    const bool page_word = words[i].folded == "follow" || words[i].folded == "comments";
    const bool goes_on = i + 1 < words.size() &&
                         (kinds_of(words[i + 1].folded) & (byline::kBy | byline::kOther)) != 0;
    const bool others = (kinds & byline::kOther) != 0 && (goes_on || words[i].folded == "editing" ||
                                                          words[i].folded == "photography");
    const bool dated = (kinds & byline::kDating) != 0 && words[i].folded != "stand";
    if (leads || page_word || others || dated ||
        starts_with_ignoring_case(words[i].folded, "illustrat")) {
      return text.substr(0, words[i].span.begin);
    }
  }
  return text;
}

// Without what stands from the first digit on: a date that is not whole.
std::string_view before_number(std::string_view text) {
  const auto digit = std::find_if(text.begin(), text.end(), is_ascii_digit);
  if (digit == text.end()) return text;
  return byline::without_date_words(text.substr(0, static_cast<std::size_t>(digit - text.begin())));
}

// Each name may have its place after it: "Ann Lee in Kyiv and Bob Ray in Moscow". Where only one
// has, the rest is the place's name: "Ann Lee in Bosnia and Herzegovina".
std::vector<NamePiece> without_places(const std::vector<NamePiece>& pieces) {
  std::vector<NamePiece> names;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string_view name = before_endings(pieces[i].text, kPlaceEndings);
    names.push_back({name, pieces[i].after_mark, pieces[i].after_bar});
    const bool placed = name.size() < pieces[i].text.size();
    const bool next_placed =
        i + 1 < pieces.size() &&
        before_endings(pieces[i + 1].text, kPlaceEndings).size() < pieces[i + 1].text.size();
    if (placed && !next_placed) break;
  }
  return names;
}

// Reads pieces of one list after another and keeps the names.
class NameList {
 public:
  // `marked`: the page itself says that these are authors.
  explicit NameList(bool marked) : marked_(marked) {}

  void add(const std::vector<NamePiece>& pieces) {
    for (const NamePiece& piece : pieces) add(piece);
  }
  void clear() { *this = NameList(marked_); }
  bool empty() const { return names_.empty(); }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  void add(const NamePiece& piece) {
    std::string_view text = trim(piece.text);
    // "Head of Research" after a name, and an outlet after a bar: "Ann Lee | Courier Media for …".
    const std::string spaced = ' ' + ascii_lower(text) + ' ';
    if (has_full_name_ && spaced.find(" of ") != std::string::npos) return;
    if (has_full_name_ && piece.after_bar && spaced.find(" for ") != std::string::npos) return;
    if (has_full_name_ && piece.after_mark && (in_title_ || byline::ends_in_job(text))) return;
    // "Senior Staff Technologist, Privacy and …": a title with commas.
    in_title_ = has_full_name_ && piece.after_mark && byline::has_job(text) &&
                count_words(bare_name(text)) == count_words(text);
    if (in_title_) return;
    if (marked_) text = before_dash(before_endings(text, kFieldEndings));
    // "Martin King, Jr."
    if (piece.after_mark && is_generation(text) && !names_.empty()) {
      names_.back() += ", " + std::string(text);
      return;
    }
    std::string name = as_printed(bare_name(text));
    if (!looks_like_name(name, marked_)) return;
    // After a full name and a mark a single word is a place, a job or an outlet.
    const bool is_full = count_words(name) >= 2 || !is_cased(name);
    if (piece.after_mark && has_full_name_ && !is_full) return;
    has_full_name_ = has_full_name_ || is_full;
    add_once(names_, std::move(name));
  }

  // "Ann Lee - Courier": an outlet or a place after a name of two words.
  static std::string_view before_dash(std::string_view text) {
    const std::string_view name = before_endings(text, kDashes);
    return count_words(name) >= 2 ? name : text;
  }

  static bool is_cased(std::string_view name) {
    const char32_t first = decode_utf8(name, 0).code_point;
    return is_upper(first) || is_lower(first);
  }

  bool marked_;
  bool has_full_name_ = false;
  bool in_title_ = false;
  std::vector<std::string> names_;
};

// What joins two names across a border of lines.
constexpr std::array<std::string_view, 12> kConnectives{"and", "&", "+", ",",  ";",   "und",
                                                        "et",  "y", "e", "og", "och", "en"};

bool ends_joined(std::string_view line) {
  return std::any_of(kConnectives.begin(), kConnectives.end(), [&](std::string_view joint) {
    if (!line.ends_with(joint)) return false;
    const auto before = line.size() - joint.size();
    return before == 0 || !is_ascii_letter(joint.front()) || line[before - 1] == ' ' ||
           line[before - 1] == ',';
  });
}

// Takes the joint off the head of a line.
bool strip_joint(std::string_view& line) {
  for (const std::string_view joint : kConnectives) {
    if (!line.starts_with(joint)) continue;
    const bool word = is_ascii_letter(joint.front());
    if (word && line.size() > joint.size() && line[joint.size()] != ' ') continue;
    line = trim(line.substr(joint.size()));
    return true;
  }
  return false;
}

// "Von", "Autor", and the name in the next line.
bool is_label(std::string_view line) {
  constexpr std::size_t kLongest = 24;
  if (line.size() > kLongest) return false;
  const std::vector<Word> words = words_of(line);
  return words.size() == 1 && (kinds_of(words[0].folded) & (byline::kBy | byline::kLabel)) != 0;
}

// Reads the lines of a byline in order.
class BylineReader {
 public:
  void read(std::string_view line) {
    line = without_marks(line);
    bool after_comma = line.starts_with(',');
    bool joined = joined_;
    while (strip_joint(line)) joined = true;
    joined_ = joined && line.empty();
    if (line.empty()) return;
    bool opened = expects_name_;
    expects_name_ = false;
    for (int i = 0; i < kMostOpenings; ++i) {
      const Opening opening = opening_of(line);
      if (opening.role == Role::none) break;
      if (opening.role == Role::other) return;
      opened = opened || opening.role == Role::author;
      line = without_marks(line.substr(opening.end));
    }
    if (line.empty() || is_label(line)) {
      expects_name_ = opened || !line.empty();
      return;
    }
    // Names count from the first line that says so.
    if (opened && !opened_) names_.clear();
    opened_ = opened_ || opened;
    if (!names_.empty() && !opened && !joined) return;
    joined_ = ends_joined(line);
    line = before_number(before_leading_words(before_endings(line, kEndings)));
    std::vector<NamePiece> pieces = without_places(split_names(line));
    if (after_comma && !pieces.empty()) pieces.front().after_mark = true;
    names_.add(pieces);
  }

  std::vector<std::string> take() { return names_.take(); }

 private:
  static constexpr int kMostOpenings = 4;

  static std::string_view without_marks(std::string_view line) {
    for (bool more = true; more;) {
      more = false;
      line = trim(line);
      for (const std::string_view mark : {"—", "–", "-", "|", "•", "·", "∙", ":", ".", "/", "("}) {
        if (!line.starts_with(mark)) continue;
        line.remove_prefix(mark.size());
        more = true;
      }
    }
    return line;
  }

  NameList names_{false};
  bool opened_ = false;        // a line has said that authors follow
  bool joined_ = false;        // the line before ends in "and"
  bool expects_name_ = false;  // and in "by"
};

// "EFE": an agency, where a given name is expected.
bool is_in_capitals(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), is_ascii_upper);
}

// "Lee, Ann": a family name first, where both are one word and no outlet's.
std::optional<std::string> turned(const std::vector<NamePiece>& pieces) {
  if (pieces.size() != 2 || !pieces[1].after_mark) return std::nullopt;
  std::string family = as_printed(bare_name(pieces[0].text));
  std::string given = as_printed(bare_name(pieces[1].text));
  for (const std::string& name : {family, given}) {
    if (count_words(name) != 1 || !is_capital(name, 0) || !looks_like_name(name, true) ||
        known_outlet(name) != nullptr) {
      return std::nullopt;
    }
  }
  if (is_generation(given) || (is_in_capitals(given) && !is_in_capitals(family))) {
    return std::nullopt;
  }
  return given + ' ' + family;
}

// "Lee, Ann; Li, Bo", "Lee, Ann and Li, Bo": the persons turned, where each of them can be.
std::vector<std::string> all_turned(std::string_view text) {
  if (text.find(',') == std::string_view::npos) return {};
  for (const std::string_view border : {";", " and ", " & "}) {
    std::vector<std::string> names;
    std::size_t parts = 0;
    for (std::string_view rest = text;;) {
      const auto end = rest.find(border);
      ++parts;
      if (auto name = turned(split_names(rest.substr(0, end)))) add_once(names, std::move(*name));
      if (names.size() < parts || end == std::string_view::npos) break;
      rest.remove_prefix(end + border.size());
    }
    if (names.size() == parts) return names;
  }
  return {};
}

// Small words of one or two letters begin names too often: "Di Webster", "De Niro".
bool opens_field(std::string_view value, const Opening& opening) {
  constexpr std::size_t kShortest = 3;
  if (opening.role != Role::author || opening.alone) return false;
  return opening.sure || (opening.end >= kShortest && count_words(value.substr(opening.end)) >= 2);
}

// Whether a word for "by" is one of a language.
bool is_word_of(std::string_view by, std::string_view language) {
  struct Row {
    std::string_view by, language;
  };
  constexpr std::array<Row, 12> kRows{{{"von", "de"},
                                       {"par", "fr"},
                                       {"por", "es"},
                                       {"por", "pt"},
                                       {"por", "gl"},
                                       {"di", "it"},
                                       {"door", "nl"},
                                       {"av", "nb"},
                                       {"av", "nn"},
                                       {"av", "no"},
                                       {"av", "sv"},
                                       {"af", "da"}}};
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  return std::any_of(kRows.begin(), kRows.end(), [&](const Row& row) {
    return row.by == by && equal_ignoring_case(row.language, primary);
  });
}

// All words have capitals but those that join or stand inside names.
bool is_all_names(std::string_view text) {
  constexpr std::size_t kFewest = 2, kMost = 10;
  const std::vector<Word> words = words_of(text);
  return words.size() >= kFewest && words.size() <= kMost &&
         std::all_of(words.begin(), words.end(), [&](const Word& word) {
           constexpr std::uint32_t kInside = byline::kParticle | byline::kSmall;
           return is_capital(text, word.span.begin) || (kinds_of(word.folded) & kInside) != 0;
         });
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view written) {
  if (written.size() > kLongestList) return {};
  const std::string text = byline::divided(written);
  BylineReader reader;
  for (const std::string_view line : split(text, '\n')) reader.read(line);
  return reader.take();
}

std::string_view without_field_opener(std::string_view value) {
  value = trim(value);
  for (Opening opening = opening_of(value); opens_field(value, opening);
       opening = opening_of(value)) {
    value = trim(value.substr(opening.end));
  }
  return value;
}

std::vector<std::string> names_in_field(std::string_view value) {
  if (value.size() > kLongestList) return {};
  const std::string kept = byline::without_addresses(value);
  const std::string_view text = without_field_opener(kept);
  if (opening_of(text).role == Role::other) return {};
  if (std::vector<std::string> names = all_turned(text); !names.empty()) return names;
  NameList names(true);
  names.add(split_names(text));
  return names.take();
}

bool opens_byline(std::string_view line, std::string_view language) {
  line = trim(line);
  const Opening opening = opening_of(line);
  if (opening.role != Role::author || trim(line.substr(opening.end)).empty()) return false;
  if (opening.sure) return true;
  // In some languages the word also opens sentences; "de" and "da" open too many names.
  const std::string word = words_of(line).front().folded;
  if (word == "de" || word == "da" || word == "dal") return false;
  if (!language.empty() && !is_word_of(word, language)) return false;
  return word == "von" || word == "par" || word == "por" || word == "di" ||
         is_all_names(line.substr(opening.end));
}

bool is_newsroom(std::string_view name) {
  const std::vector<Word> words = words_of(name);
  return std::any_of(words.begin(), words.end(), [](const Word& word) {
    return (kinds_of(word.folded) & byline::kNewsroom) != 0;
  });
}

bool is_byline_opener(std::string_view text) {
  constexpr std::size_t kLongest = 24;
  text = trim(text);
  if (text.size() > kLongest || !byline::may_open(text)) return false;
  const Opening opening = opening_of(text);
  if (opening.role == Role::author) return trim(text.substr(opening.end)).empty();
  return opening.role == Role::none && is_label(text);
}

bool is_full_name(std::string_view line) {
  constexpr std::size_t kMostWords = 4;
  line = trim(line);
  const std::vector<Word> words = words_of(line);
  if (words.size() < 2 || words.size() > kMostWords) return false;
  const bool has_article = std::any_of(words.begin(), words.end(), [](const Word& word) {
    return word.folded == "of" || word.folded == "the";
  });
  return !has_article && is_all_names(line) && bare_name(line).size() == line.size() &&
         looks_like_name(line, false) && split_names(line).size() == 1;
}

}  // namespace stemma
