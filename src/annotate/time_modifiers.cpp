#include "annotate/time_modifiers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace stemma {
namespace {

struct Phrase {
  std::array<std::string_view, 3> words;  ///< empty where shorter
  std::string_view mod;
};

/// Before an amount of time. Longer phrases first.
constexpr std::array kBeforeAmount{
    Phrase{{"no", "more", "than"}, "EQUAL_OR_LESS"},
    Phrase{{"no", "less", "than"}, "EQUAL_OR_MORE"},
    Phrase{{"at", "least", ""}, "EQUAL_OR_MORE"},
    Phrase{{"at", "most", ""}, "EQUAL_OR_LESS"},
    Phrase{{"more", "than", ""}, "MORE_THAN"},
    Phrase{{"less", "than", ""}, "LESS_THAN"},
    Phrase{{"fewer", "than", ""}, "LESS_THAN"},
    Phrase{{"up", "to", ""}, "EQUAL_OR_LESS"},
    Phrase{{"an", "estimated", ""}, "APPROX"},
    Phrase{{"just", "over", ""}, "MORE_THAN"},
    Phrase{{"just", "under", ""}, "LESS_THAN"},
    Phrase{{"about", "", ""}, "APPROX"},
    Phrase{{"around", "", ""}, "APPROX"},
    Phrase{{"roughly", "", ""}, "APPROX"},
    Phrase{{"approximately", "", ""}, "APPROX"},
    Phrase{{"nearly", "", ""}, "LESS_THAN"},
    Phrase{{"almost", "", ""}, "LESS_THAN"},
    Phrase{{"over", "", ""}, "MORE_THAN"},
    Phrase{{"within", "", ""}, "EQUAL_OR_LESS"},
};
constexpr std::array<std::string_view, 3> kThirds{"START", "MID", "END"};

class Extension {
 public:
  Extension(const TimeSetting& setting, const Match& match)
      : setting_(setting), match_(match), begin_(match.begin), end_(match.end) {}

  Modified extend() {
    const bool is_amount =
        match_.meaning == Meaning::duration || match_.meaning == Meaning::distance;
    if (is_amount && has_number()) {
      take_amount_phrase();
    } else if (match_.meaning == Meaning::clock) {
      take_clock_phrase();
    } else {
      take_third();
    }
    take_tail(is_amount);
    return {{setting_.lexemes[begin_].span.begin, setting_.lexemes[end_ - 1].span.end}, mod_};
  }

 private:
  std::string_view word(std::size_t at) const {
    return cut(setting_.text, setting_.lexemes[at].span);
  }
  bool is(std::size_t at, Sort sort) const {
    return at < setting_.lexemes.size() && setting_.lexemes[at].is(sort);
  }

  bool has_number() const {
    return setting_.lexemes[match_.begin].is_any(bit(Sort::number) | bit(Sort::article) |
                                                 bit(Sort::few) | bit(Sort::fraction));
  }

  void take_amount_phrase() {
    for (const Phrase& phrase : kBeforeAmount) {
      const auto length = static_cast<std::size_t>(
          std::ranges::count_if(phrase.words, [](std::string_view w) { return !w.empty(); }));
      if (begin_ < length) continue;
      bool fits = true;
      for (std::size_t i = 0; i < length && fits; ++i) {
        fits = equal_ignoring_case(word(begin_ - length + i), phrase.words[i]);
      }
      if (!fits) continue;
      begin_ -= length;
      mod_ = phrase.mod;
      return;
    }
  }

  void take_clock_phrase() {
    if (begin_ > 0 && (word(begin_ - 1) == "around" || word(begin_ - 1) == "about")) {
      --begin_;
      mod_ = "APPROX";
    }
  }

  /// "late Friday", "late on Friday", "mid-May", "early in the year", "the end of 1990"
  void take_third() {
    if (match_.meaning == Meaning::reference || match_.meaning == Meaning::set ||
        match_.meaning == Meaning::vague_span || begin_ == 0) {
      return;
    }
    std::size_t at = begin_ - 1;
    const bool has_link = is(at, Sort::hyphen) || is(at, Sort::on) || is(at, Sort::in);
    if (has_link && at > 0) --at;
    if (is(at, Sort::early) && (!has_link || is(at + 1, Sort::hyphen) || is_before_day(at + 1))) {
      mod_ = kThirds[static_cast<std::size_t>(setting_.lexemes[at].value)];
      begin_ = at;
      if (begin_ > 0 && is(begin_ - 1, Sort::the)) --begin_;
      return;
    }
    if (is(at, Sort::of) && at > 0 && is(at - 1, Sort::edge)) {
      mod_ = kThirds[static_cast<std::size_t>(setting_.lexemes[at - 1].value)];
      begin_ = at - 1;
      if (begin_ > 0 && is(begin_ - 1, Sort::the)) --begin_;
      return;
    }
    // "the early 1980s": the rule has taken neither word.
    if (is(begin_, Sort::the) && is(begin_ + 1, Sort::early)) {
      mod_ = kThirds[static_cast<std::size_t>(setting_.lexemes[begin_ + 1].value)];
    }
  }

  /// "late on Friday" and "early in the year" are one expression, "late in Paris" never comes here.
  bool is_before_day(std::size_t at) const { return is(at, Sort::on) || is(at, Sort::in); }

  void take_tail(bool is_amount) {
    if (is(end_, Sort::or_word) && is(end_ + 1, Sort::so)) {
      end_ += 2;
      mod_ = "APPROX";
      // "a week or so ago"
      if (is_amount && is(end_, Sort::ago)) ++end_;
    } else if (is_amount && is(end_, Sort::or_word) && is(end_ + 1, Sort::more)) {
      end_ += 2;
      mod_ = "EQUAL_OR_MORE";
    } else if (is(end_, Sort::or_word) && is(end_ + 1, Sort::later) && !is_amount) {
      end_ += 2;
      mod_ = "ON_OR_AFTER";
    }
  }

  const TimeSetting& setting_;
  const Match& match_;
  std::size_t begin_, end_;
  std::string_view mod_;
};

}  // namespace

Modified with_modifiers(const TimeSetting& setting, const Match& match) {
  return Extension(setting, match).extend();
}

}  // namespace stemma
