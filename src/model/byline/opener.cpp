#include "model/byline/opener.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "model/byline/person_name.h"
#include "model/byline/words.h"
#include "model/date_words.h"

namespace stemma::byline {
namespace {

using Role = Opening::Role;

// Where the text goes on after a colon, also the wide one, and blanks before it.
std::optional<std::size_t> after_colon(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == ')')) ++at;
  if (text.substr(at).starts_with("\xC2\xA0")) at += 2;
  for (const std::string_view colon : {":", "：", "・"}) {
    if (text.substr(at).starts_with(colon)) return at + colon.size();
  }
  return std::nullopt;
}

// Nothing but blanks, "&" and the bracket of "Author(s)" between two words of an opening.
bool is_gap(std::string_view between) {
  return between.find_first_not_of(" &+(\xC2\xA0") == std::string_view::npos;
}

// "Von" and "Par" also begin names: a name, or a job and a name, must be left over. Written small,
// "von", they do not, and one word will do.
bool leaves_name(std::string_view rest, bool small) {
  constexpr std::size_t kMostBeforeJob = 3;
  const std::vector<Word> words = words_of(rest);
  if (words.empty()) return false;
  if (is_capital(rest, words[0].span.begin)) return small || words.size() > 1;
  for (std::size_t i = 0; i < std::min(kMostBeforeJob, words.size()); ++i) {
    if ((kinds_of(words[i].folded) & kJob) != 0) return true;
  }
  return false;
}

// As far as openings reach, cut at a blank.
std::string_view head_of(std::string_view line) {
  constexpr std::size_t kLongest = 96;
  return line.size() <= kLongest ? line : line.substr(0, line.rfind(' ', kLongest));
}

Role role_of(std::uint32_t kinds) {
  if ((kinds & kWriting) != 0) return Role::author;
  if ((kinds & kOther) != 0) return Role::other;
  if ((kinds & kDating) != 0) return Role::date;
  return Role::none;
}

// "Text: Ann Lee", "Posted by: Ann Lee", "Posted: 3 May"; what follows a genre is a headline:
// "Review: Harbour Lights".
Role role_before_colon(std::uint32_t kinds, bool by) {
  if (by && role_of(kinds) != Role::other) return Role::author;
  if ((kinds & kCredit) != 0) return Role::author;
  if ((kinds & kDating) != 0) return Role::date;
  return (kinds & kWriting) != 0 ? Role::none : role_of(kinds);
}

// "Published on", "Publié le": up to where the date stood.
Opening dating_of(const std::vector<Word>& words) {
  if ((kinds_of(words[0].folded) & kDating) == 0) return {};
  std::size_t end = words[0].span.end;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word = words[i].folded;
    const bool goes_on = (kinds_of(word) & (kDating | kParticle | kSmall)) != 0 || word == "à" ||
                         word == "jour" || stands_beside_dates(word);
    if (!goes_on) break;
    end = words[i].span.end;
  }
  return {Role::date, true, false, end};
}

}  // namespace

bool may_open(std::string_view line) {
  constexpr std::size_t kLongest = 32;
  constexpr std::string_view kNoLetters = " \t\n.,:;()[]\"'-|/&";
  const std::size_t begin = line.find_first_not_of(kNoLetters);
  if (begin == std::string_view::npos) return false;
  const std::size_t size = line.substr(begin).find_first_of(kNoLetters);
  const std::string_view word = line.substr(begin, size);
  const bool ascii = std::none_of(word.begin(), word.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (!ascii) return true;
  if (word.size() > kLongest) return false;
  std::array<char, kLongest> lowered{};
  std::transform(word.begin(), word.end(), lowered.begin(), [](char c) { return ascii_lower(c); });
  constexpr std::uint32_t kOpens = kBy | kWriting | kLabel | kOther | kDating | kSmall;
  return (kinds_of({lowered.data(), word.size()}) & kOpens) != 0;
}

Opening opening_of(std::string_view line) {
  constexpr std::size_t kMostWords = 4;
  if (!may_open(line)) return {};
  line = head_of(line);
  const std::vector<Word> words = words_of(line);
  if (words.empty()) return {};
  std::uint32_t before = 0;  // kinds of the words so far
  for (std::size_t i = 0; i < std::min(kMostWords, words.size()); ++i) {
    if (i > 0) {
      const Span gap{words[i - 1].span.end, words[i].span.begin};
      if (!is_gap(cut(line, gap))) break;
    }
    if (is_ascii_digit(words[i].folded.front())) break;
    const std::uint32_t kinds = kinds_of(words[i].folded);
    const bool by = (kinds & kBy) != 0;
    if (const auto rest = after_colon(line, words[i].span.end)) {
      const Role role = role_before_colon(before | kinds, by);
      if (role == Role::none) return {};
      return {role, true, false, *rest};
    }
    if (by) {
      const std::size_t end = words[i].span.end;
      const bool only = (kinds & kOnlyBy) != 0;
      if (i == 0) {
        if (!only && !leaves_name(line.substr(end), !is_capital(line, words[0].span.begin))) break;
        return {Role::author, only, false, end};
      }
      // "Ein Bericht von", "A cura di"; not "La de".
      if (const Role role = role_of(before); role != Role::none) {
        return {role == Role::other ? role : Role::author, true, false, end};
      }
    }
    if ((kinds & (kWriting | kOther | kDating | kSmall)) == 0) break;
    before |= kinds;
  }
  if ((kinds_of(words[0].folded) & kLabel) != 0 && words.size() > 1) {
    std::size_t end = words[0].span.end;
    if (line.substr(end).starts_with('.')) ++end;
    return {Role::author, true, true, end};
  }
  return dating_of(words);
}

}  // namespace stemma::byline
