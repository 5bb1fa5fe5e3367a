#include "extract/metadata/title_parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/metadata/letters.h"

namespace stemma {
namespace {

constexpr std::size_t kShortestHeadline = 3;  // words

// Marks that part a page's title whoever signs it.
constexpr std::array<std::string_view, 18> kSeparators{" | ", " - ", " – ", " — ", " :: ", " » ",
                                                       " · ", " • ", " « ", "|",   " ‒ ",  " ― ",
                                                       " < ", " > ", " ‹ ", " › ", " ⋆ ",  " // "};

// Marks that stand before an outlet's name, where it is known to be one.
constexpr std::u32string_view kMarks = U"|-–—‒―:：/\\~*@<>‹›«»·•⋆★_([【｜";

bool is_unspaced_script(char32_t c) { return c >= 0x2E80 && is_letter(c); }

struct Cut {
  std::size_t begin = std::string_view::npos, end = 0;

  bool found() const { return begin != std::string_view::npos; }
};

Cut last_separator(std::string_view title) {
  Cut last;
  for (const std::string_view separator : kSeparators) {
    const auto at = title.rfind(separator);
    if (at != std::string_view::npos && (!last.found() || at > last.begin)) {
      last = {at, at + separator.size()};
    }
  }
  return last;
}

Cut first_separator(std::string_view title) {
  Cut first;
  for (const std::string_view separator : kSeparators) {
    const auto at = title.find(separator);
    if (at < first.begin) first = {at, at + separator.size()};
  }
  return first;
}

char32_t before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return decode_utf8(text, at).code_point;
}

// "标题_新闻_新港网": marks between characters of a script without spaces.
Cut last_unspaced_mark(std::string_view title) {
  for (std::size_t at = title.size(); at-- > 1;) {
    if (title[at] != '_' && title[at] != '-') continue;
    std::size_t begin = at;
    while (begin > 0 && title[begin - 1] == title[at]) --begin;
    if (at + 1 < title.size() && is_unspaced_script(decode_utf8(title, at + 1).code_point) &&
        is_unspaced_script(before(title, begin))) {
      return {begin, at + 1};
    }
    at = begin;
  }
  return {};
}

// "Norrhavn Courier", "World", "courier.example": no word in lower case but those that stand in
// names.
bool is_name_like(std::string_view part) {
  if (part.find(' ') == std::string_view::npos && part.find('.') != std::string_view::npos) {
    return true;
  }
  constexpr std::array<std::string_view, 16> kSmall{"of",  "the", "and", "for", "de",  "la",
                                                    "le",  "les", "du",  "des", "der", "die",
                                                    "und", "del", "el",  "y"};
  for (const Word& word : words_of(part)) {
    const bool lower = is_lower(decode_utf8(part, word.span.begin).code_point);
    if (lower && std::find(kSmall.begin(), kSmall.end(), word.folded) == kSmall.end()) return false;
  }
  return true;
}

std::string_view without_marks(std::string_view text) {
  text = trim(text);
  while (!text.empty()) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    if (kMarks.find(decode_utf8(text, at).code_point) == std::u32string_view::npos) break;
    text = trim(text.substr(0, at));
  }
  return text;
}

// "Northgate United 0 - 4 Carrow Vale" parts nothing.
bool is_score(std::string_view title, const Cut& mark) {
  return mark.begin > 0 && is_ascii_digit(title[mark.begin - 1]) && mark.end < title.size() &&
         is_ascii_digit(title[mark.end]);
}

// Where the first part that is the outlet's name begins, behind whatever mark: what follows it is
// of the outlet too ("… | Norrhavn Courier - News from the coast").
Cut mark_of_name(std::string_view title, const OutletNames& outlet) {
  constexpr std::size_t kLongest = 400;
  if (title.size() > kLongest) return {};
  for (std::size_t i = 0; i < title.size();) {
    const auto [c, size] = decode_utf8(title, i);
    const std::size_t begin = i;
    i += size;
    if (kMarks.find(c) == std::u32string_view::npos) continue;
    // A hyphen inside a word parts nothing.
    const char32_t next = i < title.size() ? decode_utf8(title, i).code_point : 0;
    if (c == '-' && is_letter(before(title, begin)) && is_letter(next) && !is_unspaced_script(next))
      continue;
    const std::string_view rest = title.substr(i);
    const std::string_view front = without_marks(title.substr(0, begin));
    if (length_in_words(front) < kShortestHeadline) continue;
    if (outlet.have(rest) || outlet.are(rest.substr(0, first_separator(rest).begin))) {
      return {front.size(), i};
    }
  }
  return {};
}

bool is_angle(std::string_view mark) {
  return mark == "<" || mark == ">" || mark == "‹" || mark == "›" || mark == "«" || mark == "»";
}

std::string_view without_tails(std::string_view title, const OutletNames& outlet) {
  constexpr int kMostParts = 4;
  std::string_view mark;  // that stood before the part cut last
  bool is_known = false;
  if (const Cut name = mark_of_name(title, outlet); name.found()) {
    mark = trim(title.substr(name.begin, name.end - name.begin));
    title = title.substr(0, name.begin);
    is_known = true;
  }
  for (int i = 0; i < kMostParts; ++i) {
    Cut last = last_separator(title);
    if (!last.found()) last = last_unspaced_mark(title);
    if (!last.found()) break;
    const std::string_view separator = trim(title.substr(last.begin, last.end - last.begin));
    const std::string_view front = trim(title.substr(0, last.begin));
    const std::string_view tail = trim(title.substr(last.end));
    const bool names = outlet.include(tail);
    const std::size_t length = length_in_words(tail);
    const bool is_shorter = length <= 4 && is_name_like(tail) && !is_score(title, last) &&
                            length_in_words(front) >= std::max(kShortestHeadline, length);
    // An unknown short tail is the outlet once; after that only parts of a word or two are, and
    // behind the mark that stands before the outlet, or one that headlines do not have.
    const bool is_section = !mark.empty() && (separator == mark || is_angle(separator)) &&
                            length <= 2 && length_in_words(front) >= kShortestHeadline;
    if (!names && !(mark.empty() ? is_shorter : is_section && (is_known || is_shorter))) break;
    title = front;
    mark = separator;
    is_known = is_known || names;
  }
  return title;
}

std::string_view without_fronts(std::string_view title, const OutletNames& outlet) {
  const Cut first = first_separator(title);
  const std::string_view front = title.substr(0, first.begin);
  if (first.found() && outlet.are(front) &&
      length_in_words(title.substr(first.end)) > length_in_words(front)) {
    const std::string_view mark = title.substr(first.begin, first.end - first.begin);
    title = trim(title.substr(first.end));
    // "Norrhavn Courier » World » Ferry aground"
    const auto next = title.find(mark);
    if (next != std::string_view::npos && length_in_words(title.substr(0, next)) <= 2 &&
        is_name_like(title.substr(0, next)) &&
        length_in_words(title.substr(next + mark.size())) >= kShortestHeadline) {
      title = trim(title.substr(next + mark.size()));
    }
  }
  // "Courier: Ferry runs aground"
  const auto colon = title.find(": ");
  if (colon != std::string_view::npos && outlet.are(title.substr(0, colon))) {
    title = trim(title.substr(colon + 1));
  }
  return title;
}

}  // namespace

OutletNames::OutletNames(std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) add(name);
}

void OutletNames::add(std::string_view name) {
  constexpr std::size_t kMostWords = 7, kFewestLetters = 3;
  std::string letters = letters_of(name);
  constexpr std::string_view kThe = "the";
  if (letters.starts_with(kThe) && letters.size() > 2 * kThe.size()) letters.erase(0, kThe.size());
  const bool is_wide = !letters.empty() && static_cast<unsigned char>(letters[0]) >= 0xE0;
  if (letters.size() < kFewestLetters + (is_wide ? 3 : 0) || length_in_words(name) > kMostWords)
    return;
  if (std::find(letters_.begin(), letters_.end(), letters) == letters_.end()) {
    longest_ = std::max(longest_, letters.size());
    letters_.push_back(std::move(letters));
  }
}

bool OutletNames::may_be(std::string_view part, std::size_t more) const {
  // The letters of a name may be half as many as it has characters: "ue" counts one.
  const auto characters = std::count_if(part.begin(), part.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_ascii_letter(c) || is_ascii_digit(c) || byte >= 0xC0;
  });
  return static_cast<std::size_t>(characters) <= 2 * (longest_ + more);
}

bool OutletNames::have(std::string_view name) const {
  if (!may_be(name, 0)) return false;
  return std::find(letters_.begin(), letters_.end(), letters_of(name)) != letters_.end();
}

bool OutletNames::include(std::string_view part) const {
  constexpr std::size_t kMoreLetters = 20, kFewestLetters = 3;
  const std::string letters = letters_of(part);
  if (letters.empty()) return false;
  return std::any_of(letters_.begin(), letters_.end(), [&](const std::string& name) {
    if (letters.find(name) != std::string::npos)
      return letters.size() <= name.size() + kMoreLetters;
    return letters.size() >= kFewestLetters && name.find(letters) != std::string::npos;
  });
}

bool OutletNames::are(std::string_view part) const {
  constexpr std::size_t kMoreLetters = 8;
  if (!may_be(part, kMoreLetters)) return false;
  std::vector<std::string> words;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < part.size();) {
    std::size_t end = i;
    while (end < part.size()) {
      const auto [c, size] = decode_utf8(part, end);
      if (!is_letter(c) && !is_digit(c)) break;
      end += size;
    }
    if (end > i) {
      words.push_back(letters_of(part.substr(i, end - i)));
      letters += words.back().size();
    }
    i = end < part.size() ? end + decode_utf8(part, end).size : end;
  }
  // "Norrhavn Courier 02/2024" is an issue of it.
  const bool is_numbered = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return std::all_of(word.begin(), word.end(), is_ascii_digit);
  });
  return std::any_of(letters_.begin(), letters_.end(), [&](const std::string& name) {
    if (is_numbered && letters != name.size()) return false;
    if (letters < name.size() || letters > name.size() + kMoreLetters) return false;
    for (std::size_t from = 0; from < words.size(); ++from) {
      std::string_view rest = name;
      for (std::size_t i = from; i < words.size() && rest.starts_with(words[i]); ++i) {
        rest.remove_prefix(words[i].size());
        if (rest.empty()) return true;
      }
    }
    return false;
  });
}

std::size_t length_in_words(std::string_view title) {
  std::size_t unspaced = 0;
  for (std::size_t i = 0; i < title.size();) {
    const auto [c, size] = decode_utf8(title, i);
    unspaced += is_unspaced_script(c) ? 1 : 0;
    i += size;
  }
  return words_of(title).size() + unspaced / 3;
}

std::string without_outlet(std::string_view title, const OutletNames& outlet) {
  const std::string_view whole = trim(title);
  const std::string_view rest = without_fronts(without_tails(whole, outlet), outlet);
  return std::string(rest.empty() ? whole : rest);
}

bool opens_with_mark(std::string_view text) {
  text = trim(text);
  return !text.empty() && kMarks.find(decode_utf8(text, 0).code_point) != std::u32string_view::npos;
}

std::vector<std::string> parts_of(std::string_view title) {
  constexpr std::size_t kMostParts = 6;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < kMostParts && !title.empty(); ++i) {
    const Cut next = first_separator(title);
    const std::string_view part = title.substr(0, next.begin);
    if (length_in_words(part) >= kShortestHeadline) parts.emplace_back(trim(part));
    title = next.found() ? title.substr(next.end) : std::string_view();
  }
  return parts;
}

}  // namespace stemma
