#include "annotate/time_context.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "annotate/lexemes.h"
#include "annotate/time_parts.h"
#include "base/text.h"

namespace stemma {
namespace {

constexpr int kMostHeads = 12;             // heads between a date and its verb
constexpr Index kMostLeftTokens = 8;       // between an auxiliary and its verb
constexpr std::uint32_t kHeadBytes = 600;  // where a page prints its date

/// Verbs and adjectives whose infinitive has not happened yet. Sorted.
constexpr std::array<std::string_view, 40> kForwardLemmas{
    "agree",    "aim",      "anticipate", "bind",    "due",     "eager",   "estimate", "expect",
    "forecast", "go",       "hope",       "intend",  "likely",  "look",    "need",     "offer",
    "plan",     "pledge",   "predict",    "prepare", "project", "promise", "propose",  "ready",
    "require",  "schedule", "seek",       "set",     "slate",   "start",   "suppose",  "target",
    "threaten", "time",     "urge",       "vow",     "wait",    "want",    "willing",  "wish"};
static_assert(std::ranges::is_sorted(kForwardLemmas));

bool is_verb(const Token& token) { return token.pos == Pos::verb || token.pos == Pos::aux; }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// Tense from the auxiliaries to the left of the verb.
Tense tense_of_auxiliaries(const Annotations& annotations, Index verb) {
  Tense tense = Tense::unknown;
  const Index first = verb > kMostLeftTokens ? verb - kMostLeftTokens : 0;
  for (Index t = first; t < verb; ++t) {
    const Token& token = annotations.tokens[t];
    if (token.head != verb || (token.dep != Dep::aux && token.dep != Dep::auxpass)) continue;
    const std::string_view tag = annotations.tag(token), lemma = annotations.lemma(token);
    // "would" and "could" tell of the past as often as of the future.
    if (tag == "MD" && !is_one_of(lemma, {"would", "could", "might"})) return Tense::future;
    if (tag == "VBD" || (lemma == "have" && tag != "VB")) tense = Tense::past;
  }
  return tense;
}

/// "to meet" under "plans", "is expected", "is due".
bool looks_forward(const Annotations& annotations, const Token& verb) {
  const Token& head = annotations.tokens[verb.head];
  const std::string_view lemma = annotations.lemma(head);
  return std::ranges::binary_search(kForwardLemmas, lemma) || lemma == "be";
}

Tense tense_of_verb(const Annotations& annotations, Index verb) {
  const Token& token = annotations.tokens[verb];
  const std::string_view tag = annotations.tag(token);
  if (const Tense tense = tense_of_auxiliaries(annotations, verb); tense != Tense::unknown) {
    // "was scheduled for", "is expected on": the participle itself looks forward.
    const bool is_forward =
        is_one_of(annotations.lemma(token), {"schedule", "expect", "slate", "plan", "due"});
    return tag == "VBN" && is_forward ? Tense::future : tense;
  }
  if (tag == "VBD") return Tense::past;
  if (tag == "VB" && token.head != verb && looks_forward(annotations, token)) return Tense::future;
  if (tag == "VBN" &&
      is_one_of(annotations.lemma(token), {"schedule", "expect", "slate", "plan"})) {
    return Tense::future;
  }
  return Tense::unknown;
}

std::optional<Day> full_date(std::span<const Lexeme> lexemes, const Match& match) {
  if (match.meaning != Meaning::date) return std::nullopt;
  const TimeParts parts = parts_of(lexemes, match);
  int year = 0, month = 0, day = 0;
  if (parts.numeric_date) {
    year = *parts.numeric_date / 10000;
    month = *parts.numeric_date / 100 % 100;
    day = *parts.numeric_date % 100;
  } else if (parts.year && parts.month && parts.day) {
    year = *parts.year, month = *parts.month, day = *parts.day;
  } else {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

}  // namespace

Tense tense_of(const Annotations& annotations, Index token) {
  const auto& tokens = annotations.tokens;
  for (int step = 0; step < kMostHeads; ++step) {
    // What goes on "until Friday" has not ended when it is told.
    if (is_one_of(annotations.lemma(tokens[token]), {"until", "till"})) return Tense::future;
    if (is_verb(tokens[token])) {
      const Tense tense = tense_of_verb(annotations, token);
      if (tense != Tense::unknown) return tense;
    }
    if (tokens[token].head == token) break;
    token = tokens[token].head;
  }
  return Tense::unknown;
}

Today today_of(const Article& article, std::span<const Lexeme> lexemes) {
  Today today;
  if (article.published) today.day = day_of(article.published->substr(0, 10));
  const auto prints = [&](const DateEvidence& evidence) {
    return article.published && evidence.value.substr(0, 10) == article.published->substr(0, 10);
  };
  const auto evidence = std::ranges::find_if(article.date_evidence, prints);
  today.doubtful = evidence != article.date_evidence.end() && evidence->doubtful;
  if (today.day) return today;
  for (std::size_t at = 0; at < lexemes.size() && lexemes[at].span.begin < kHeadBytes; ++at) {
    const auto match = match_time(lexemes, at);
    if (!match) continue;
    if (const auto day = full_date(lexemes, *match)) return {day, true};
    at = match->end - 1;
  }
  return {};
}

}  // namespace stemma
