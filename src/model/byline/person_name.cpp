#include "model/byline/person_name.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "model/byline/words.h"

namespace stemma::byline {
namespace {

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

// "van", "lee"; not "d'Aubigny".
bool is_small(std::string_view text, Span word) {
  const std::string_view shown = cut(text, word);
  return is_lower(decode_utf8(text, word.begin).code_point) &&
         std::none_of(shown.begin(), shown.end(), is_ascii_upper);
}

template <std::size_t n>
bool strip_front(std::string_view& text, const std::array<std::string_view, n>& marks) {
  for (const std::string_view mark : marks) {
    if (text.size() <= mark.size() || !text.starts_with(mark)) continue;
    text.remove_prefix(mark.size());
    return true;
  }
  return false;
}

template <std::size_t n>
bool strip_back(std::string_view& text, const std::array<std::string_view, n>& marks) {
  for (const std::string_view mark : marks) {
    if (text.size() <= mark.size() || !text.ends_with(mark)) continue;
    text.remove_suffix(mark.size());
    return true;
  }
  return false;
}

// The reporter's job in scripts that part no words.
constexpr std::array<std::string_view, 5> kJobsBefore{"本报记者", "本報記者", "记者", "記者",
                                                      "作者"};
constexpr std::array<std::string_view, 6> kJobsAfter{"기자", "특파원", "记者",
                                                     "記者", "编辑",   "編集委員"};

std::string_view last_word(std::string_view name) {
  const auto blank = name.rfind(' ');
  return blank == std::string_view::npos ? std::string_view() : name.substr(blank + 1);
}

// One job, degree or beat off the end; a beat goes only with the job after it.
bool strip_job(std::string_view& name, bool& had_job) {
  const std::string_view last = last_word(name);
  if (last.empty()) return false;
  const std::string_view rest = trim(name.substr(0, name.size() - last.size()));
  if (count_words(rest) < 2) return false;
  const std::vector<Word> words = words_of(last);
  const std::uint32_t kinds = words.size() == 1 ? kinds_of(words[0].folded) : 0;
  // "The Harbour Staff" is one name; "Ann Lee Staff Writer" has two words of a job.
  const bool staff = words.size() == 1 && words[0].folded == "staff";
  const bool job = (kinds & kJob) != 0 && (had_job || (is_capital(last, 0) && !staff));
  const bool beat = had_job && (kinds & kBeat) != 0;
  if (!job && !beat && !is_degree(last)) return false;
  had_job = had_job || job;
  name = rest;
  return true;
}

// "our reporter Ann Lee", "Courier-Experte Ann Lee": what stands after the last job.
std::string_view after_job(std::string_view name) {
  const std::vector<Word> words = words_of(name);
  for (std::size_t i = words.size(); i-- > 0;) {
    if ((kinds_of(words[i].folded) & kJob) == 0) continue;
    const bool names_follow = i + 2 < words.size() && is_capital(name, words[i + 1].span.begin) &&
                              (kinds_of(words[i + 1].folded) & (kJob | kBeat | kNever)) == 0;
    return names_follow ? trim(name.substr(words[i].span.end)) : name;
  }
  return name;
}

// "ANN LEE Gazette Washington": the person is in capitals.
std::string_view in_capitals(std::string_view name) {
  const std::vector<Word> words = words_of(name);
  const auto all_capitals = [&](const Word& word) {
    const std::string_view shown = cut(name, word.span);
    return shown.size() > 1 && std::none_of(shown.begin(), shown.end(), is_ascii_lower);
  };
  std::size_t capitals = 0;
  while (capitals < words.size() && all_capitals(words[capitals])) ++capitals;
  if (capitals < 2 || capitals + 2 > words.size()) return name;
  const bool others = std::all_of(
      words.begin() + static_cast<std::ptrdiff_t>(capitals), words.end(), [&](const Word& word) {
        return !all_capitals(word) && is_ascii_upper(name[word.span.begin]) &&
               kinds_of(word.folded) != kParticle;
      });
  return others ? trim(name.substr(0, words[capitals].span.begin)) : name;
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

bool has_job(std::string_view piece) {
  const std::vector<Word> words = words_of(piece);
  return std::any_of(words.begin(), words.end(),
                     [](const Word& word) { return (kinds_of(word.folded) & kJob) != 0; });
}

bool ends_in_job(std::string_view piece) {
  const std::vector<Word> words = words_of(piece);
  if (words.empty()) return false;
  const std::uint32_t kinds = kinds_of(words.back().folded);
  return (kinds & kJob) != 0 && (kinds & kJobs) == 0;
}

std::string_view bare_name(std::string_view name) {
  constexpr std::array<std::string_view, 11> kMarksBefore{"—", "–",  "-", ",",  ".", ":",
                                                          "“", "\"", "|", "（", "&"};
  constexpr std::array<std::string_view, 9> kMarksAfter{"—",  "–", "-", ",", "”",
                                                        "\"", ":", "|", "）"};
  bool had_job = false;
  for (bool more = true; more;) {
    name = trim(name);
    more = strip_front(name, kMarksBefore) || strip_back(name, kMarksAfter) ||
           strip_front(name, kJobsBefore) || strip_back(name, kJobsAfter) ||
           strip_job(name, had_job);
    // "Jr." and "J." keep theirs.
    const std::string_view last = name.find(' ') == std::string_view::npos ? name : last_word(name);
    if (name.ends_with('.') && !is_generation(last) && last.size() > 2 &&
        last.find('.') == last.size() - 1) {
      name.remove_suffix(1);
      more = true;
    }
  }
  return in_capitals(after_job(name));
}

bool looks_like_name(std::string_view name, bool marked) {
  constexpr std::size_t kLongestName = 60, kMostWords = 6;
  // "Li", "Wu"; not "UK".
  const bool is_short =
      name.size() == 2 && marked && is_ascii_upper(name[0]) && is_ascii_lower(name[1]);
  if ((name.size() < 3 && !is_short) || name.size() > kLongestName || is_degree(name)) return false;
  if (name.find_first_of("0123456789@/\\<>{}()[]=_#:?!*") != std::string_view::npos) return false;
  const std::vector<Word> words = words_of(name);
  if (words.empty()) return false;
  std::size_t unlikely = 0, full = 0, labels = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t kinds = kinds_of(words[i].folded);
    const std::size_t at = words[i].span.begin;
    const bool particle = (kinds & kParticle) != 0 && is_small(name, words[i].span);
    full += particle ? 0 : 1;
    if (!marked && is_small(name, words[i].span) && !particle) return false;
    if ((kinds & (kWriting | kOther | kDating)) != 0) ++labels;
    if ((kinds & (kJob | kNever)) != 0) return false;
    if ((kinds & kRarely) == 0) continue;
    const std::string_view word = words[i].folded;
    // "Guest Post", "More Stories"; none of these is a first name.
    const bool opens =
        i == 0 && (word == "more" || word == "read" || word == "guest" || word == "senior");
    const bool is_day = word.ends_with("day") && !marked;
    if (opens || is_day || !is_capital(name, at)) return false;
    ++unlikely;
  }
  if (full > kMostWords || unlikely == words.size() || labels == words.size()) return false;
  if ((kinds_of(words[0].folded) & kDating) != 0 && words.size() > 1 && labels + 1 >= words.size())
    return false;
  const Decoded first = decode_utf8(name, words.front().span.begin);
  return is_letter(first.code_point) && (marked || !is_lower(first.code_point) || full >= 2);
}

}  // namespace stemma::byline
