#include "annotate/names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace stemma {
namespace {

using Words = std::string_view;

/// Sorted.
constexpr std::array<Words, 11> kNameTypes{"EVENT",  "FAC",     "GPE",        "LANGUAGE",
                                           "LAW",    "LOC",     "NORP",       "ORG",
                                           "PERSON", "PRODUCT", "WORK_OF_ART"};

/// Sorted.
constexpr std::array<Words, 58> kTitles{"Adm.",       "Admiral",     "Ambassador",
                                        "Attorney",   "Ayatollah",   "Brig.",
                                        "Capt.",      "Captain",     "Cardinal",
                                        "Chancellor", "Chief",       "Col.",
                                        "Colonel",    "Congressman", "Congresswoman",
                                        "Dr.",        "Emperor",     "Gen.",
                                        "General",    "Gov.",        "Governor",
                                        "Imam",       "Judge",       "Justice",
                                        "King",       "Lady",        "Lieutenant",
                                        "Lord",       "Lt.",         "Maj.",
                                        "Major",      "Mayor",       "Minister",
                                        "Miss",       "Mr",          "Mr.",
                                        "Mrs",        "Mrs.",        "Ms",
                                        "Ms.",        "Officer",     "Pope",
                                        "President",  "Prime",       "Prince",
                                        "Princess",   "Prof.",       "Professor",
                                        "Queen",      "Rep.",        "Representative",
                                        "Rev.",       "Sen.",        "Senator",
                                        "Sgt.",       "Sheikh",      "Sir",
                                        "Speaker"};

/// Sorted.
constexpr std::array<Words, 44> kRoles{
    "activist",     "actor",       "actress",  "adviser",   "ambassador", "analyst",
    "author",       "brother",     "chairman", "colleague", "commander",  "daughter",
    "defendant",    "detective",   "director", "doctor",    "executive",  "father",
    "founder",      "friend",      "husband",  "judge",     "lawyer",     "leader",
    "mayor",        "minister",    "mother",   "president", "prosecutor", "reporter",
    "secretary",    "senator",     "singer",   "sister",    "son",        "spokesman",
    "spokesperson", "spokeswoman", "student",  "suspect",   "teacher",    "victim",
    "wife",         "writer"};

static_assert(std::ranges::is_sorted(kNameTypes));
static_assert(std::ranges::is_sorted(kTitles));
static_assert(std::ranges::is_sorted(kRoles));

constexpr std::array<Words, 4> kPossessives{"'s", "’s", "'", "’"};
constexpr std::array<Words, 3> kArticles{"the ", "a ", "an "};

/// Marks that are never the end of a name. A point is only dropped after a longer word without
/// another point ("Nairobi." but "U.S.", "Corp.").
bool is_stray_end(std::string_view name) {
  const char last = name.back();
  if (std::string_view(",;:!?\"()[]").find(last) != std::string_view::npos) return true;
  if (last != '.') return false;
  const std::size_t blank = name.rfind(' ');
  const auto word = blank == std::string_view::npos ? name : name.substr(blank + 1);
  return word.size() > 5 && word.find('.') == word.size() - 1;
}

}  // namespace

bool is_name_type(std::string_view type) { return std::ranges::binary_search(kNameTypes, type); }
bool is_title(std::string_view word) { return std::ranges::binary_search(kTitles, word); }
bool is_role(std::string_view word) { return std::ranges::binary_search(kRoles, word); }

Span bare_name(std::string_view text, Span span, bool is_person) {
  span = trim(text, span);
  for (const std::string_view article : kArticles) {
    if (span.size() > article.size() && starts_with_ignoring_case(cut(text, span), article)) {
      span.begin += static_cast<std::uint32_t>(article.size());
      break;
    }
  }
  for (;;) {
    const std::string_view name = cut(text, span);
    const std::size_t blank = name.find(' ');
    if (!is_person || blank == std::string_view::npos || !is_title(name.substr(0, blank))) break;
    span.begin += static_cast<std::uint32_t>(blank + 1);
  }
  for (const std::string_view mark : kPossessives) {
    if (span.size() > mark.size() && cut(text, span).ends_with(mark)) {
      span.end -= static_cast<std::uint32_t>(mark.size());
      break;
    }
  }
  while (span.size() > 1 && is_stray_end(cut(text, span))) --span.end;
  return trim(text, span);
}

std::string name_key(std::string_view name) {
  std::string key;
  key.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool is_point_of_capital = c == '.' && i > 0 && is_ascii_upper(name[i - 1]) &&
                                     (i == 1 || !is_ascii_lower(name[i - 2]));
    if (is_point_of_capital) continue;
    if (is_ascii_space(c)) {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else {
      key += c;
    }
  }
  return key;
}

std::vector<std::string_view> words_of_key(std::string_view key) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(key, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::string initials(std::string_view key) {
  std::string letters;
  int capitals = 0;
  for (const std::string_view word : words_of_key(key)) {
    if (is_ascii_upper(word[0])) {
      letters += word[0];
      ++capitals;
    } else if (is_ascii_digit(word[0])) {
      letters += word;
    }
  }
  return capitals >= 2 ? letters : std::string{};
}

}  // namespace stemma
