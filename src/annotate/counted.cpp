#include "annotate/counted.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace stemma {
namespace {

constexpr int kMostHeads = 6;
constexpr Index kLongestPhrase = 12;          // tokens of a noun phrase before its head
constexpr std::uint32_t kLongestUnit = 1000;  // bytes; counts beside it take a unit over

/// What is left out at the left of a counted noun. Sorted.
constexpr std::array<std::string_view, 16> kNoPartOfUnit{
    "a",    "additional", "all",  "an",    "another", "extra", "fewer", "further",
    "just", "less",       "more", "other", "others",  "such",  "the",   "total"};
static_assert(std::ranges::is_sorted(kNoPartOfUnit));

/// Participles and adjectives that tell what befell people. Sorted.
constexpr std::array<std::string_view, 16> kFates{
    "aboard",    "arrested", "charged",      "dead",   "detained", "displaced",
    "evacuated", "homeless", "hospitalized", "hurt",   "injured",  "killed",
    "missing",   "rescued",  "stranded",     "wounded"};
static_assert(std::ranges::is_sorted(kFates));

class Counter {
 public:
  Counter(std::string_view text, const Annotations& annotations, const Children& children)
      : text_(text), tokens_(annotations.tokens), children_(children) {}

  Counted find(Index first, Index last) const {
    if (const Index noun = across_hyphen(last); noun != kNone) return named(noun, noun);
    if (const Index noun = through_of(last); noun != kNone) return phrase(noun, last);
    for (Index number = first; number <= last; ++number) {
      const Index noun = modified(number, last);
      if (noun != kNone) return phrase(noun, last);
    }
    if (has_fate(last)) return {"people", kNone};
    return {};
  }

 private:
  std::string_view text_of(Index token) const { return cut(text_, tokens_[token].span); }
  bool is_noun(Index token) const {
    return tokens_[token].pos == Pos::noun || tokens_[token].pos == Pos::propn;
  }
  bool is_number(Index token) const { return tokens_[token].pos == Pos::num; }

  /// "three-nation alliance"
  Index across_hyphen(Index last) const {
    if (last + 2 >= tokens_.size() || !starts_with_ignoring_case(text_of(last + 1), "-"))
      return kNone;
    const Index noun = last + 2;
    const bool adjoins = tokens_[last].span.end == tokens_[last + 1].span.begin;
    return adjoins && (is_noun(noun) || tokens_[noun].pos == Pos::adj) ? noun : kNone;
  }

  /// "dozens of homes", "four of the five aircraft"
  Index through_of(Index last) const {
    if (last + 1 >= tokens_.size() || text_of(last + 1) != "of") return kNone;
    for (const Index child : children_[last + 1]) {
      if (tokens_[child].dep == Dep::pobj && is_noun(child)) return child;
    }
    return kNone;
  }

  /// The noun after the number that the number modifies, over other numbers in between.
  Index modified(Index number, Index last) const {
    Index token = number;
    for (int step = 0; step < kMostHeads; ++step) {
      const Token& it = tokens_[token];
      const bool modifies = it.dep == Dep::nummod || it.dep == Dep::quantmod ||
                            it.dep == Dep::compound || it.dep == Dep::amod || it.dep == Dep::det ||
                            it.dep == Dep::nmod || it.dep == Dep::poss || it.dep == Dep::predet;
      if (!modifies || it.head == token) return kNone;
      token = it.head;
      if (token > last && is_noun(token) && token - last <= kLongestPhrase) return token;
      if (!is_number(token) && !is_noun(token)) return kNone;
    }
    return kNone;
  }

  bool has_fate(Index last) const {
    if (last + 1 >= tokens_.size()) return false;
    Index next = last + 1;
    if (text_of(next) == "others" || text_of(next) == "were" || text_of(next) == "was") ++next;
    if (next < tokens_.size() && (text_of(next) == "were" || text_of(next) == "was")) ++next;
    return next < tokens_.size() && std::ranges::binary_search(kFates, text_of(next));
  }

  Counted named(Index first, Index head) const {
    const Span unit{tokens_[first].span.begin, tokens_[head].span.end};
    if (unit.size() > kLongestUnit) return {};
    return {std::string(cut(text_, unit)), head};
  }

  bool is_left_out(Index token) const {
    const std::string_view text = text_of(token);
    const Pos pos = tokens_[token].pos;
    return pos == Pos::det || pos == Pos::num || pos == Pos::punct || pos == Pos::pron ||
           pos == Pos::adp || pos == Pos::space || pos == Pos::adv ||
           std::ranges::any_of(kNoPartOfUnit, [&](std::string_view word) {
             return equal_ignoring_case(word, text);
           });
  }

  /// The head with its words on the left, and a second head joined by "and".
  Counted phrase(Index noun, Index last) const {
    Index first = std::max(tokens_[noun].left_edge, last + 1);
    if (noun - first > kLongestPhrase) first = noun;
    // What comes last before the head and is no part of a unit cuts off everything before it.
    for (Index token = first; token < noun; ++token) {
      const bool is_joined = starts_with_ignoring_case(text_of(token), "-") && token > first &&
                             tokens_[token - 1].span.end == tokens_[token].span.begin;
      if (is_left_out(token) && !is_joined) first = token + 1;
      // "Boeing's larger planes": from the possessor on only what follows the mark.
      if (tokens_[token].dep == Dep::case_) first = token + 1;
    }
    const Index end = joined_head(noun);
    if (text_of(noun) == "others") return {};
    const Span unit{tokens_[first].span.begin, tokens_[end].span.end};
    if (unit.size() > kLongestUnit) return {};
    return {std::string(cut(text_, unit)), noun};
  }

  /// "women and children": the second noun when nothing but "and" stands between.
  Index joined_head(Index noun) const {
    if (noun + 2 >= tokens_.size() || text_of(noun + 1) != "and") return noun;
    const Index second = noun + 2;
    return tokens_[second].head == noun && tokens_[second].dep == Dep::conj && is_noun(second)
               ? second
               : noun;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Children& children_;
};

}  // namespace

Counted counted_by(std::string_view text, const Annotations& annotations, const Children& children,
                   Index first, Index last) {
  return Counter(text, annotations, children).find(first, last);
}

}  // namespace stemma
