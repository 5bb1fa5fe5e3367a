#include "annotate/time_patterns.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>

#include "base/text.h"

namespace stemma {
namespace {

struct Rule {
  Meaning meaning;
  std::string_view pattern;
};

constexpr Rule kRules[] = {
#include "annotate/time_rules.inc"
};

struct Name {
  std::string_view name;
  Sort sort;
};
constexpr std::array kNames{
    Name{"number", Sort::number},
    Name{"fraction", Sort::fraction},
    Name{"few", Sort::few},
    Name{"ordinal", Sort::ordinal},
    Name{"day_number", Sort::day_number},
    Name{"year", Sort::year},
    Name{"short_year", Sort::short_year},
    Name{"decade", Sort::decade},
    Name{"clock", Sort::clock},
    Name{"meridiem", Sort::meridiem},
    Name{"zone", Sort::zone},
    Name{"numeric_date", Sort::numeric_date},
    Name{"weekday", Sort::weekday},
    Name{"weekdays", Sort::weekdays},
    Name{"month", Sort::month},
    Name{"season", Sort::season},
    Name{"unit", Sort::unit},
    Name{"units", Sort::units},
    Name{"day_part", Sort::day_part},
    Name{"day_word", Sort::day_word},
    Name{"night_word", Sort::night_word},
    Name{"reference", Sort::reference},
    Name{"frequency", Sort::frequency},
    Name{"last", Sort::last},
    Name{"next", Sort::next},
    Name{"thisone", Sort::thisone},
    Name{"thatone", Sort::thatone},
    Name{"the", Sort::the},
    Name{"article", Sort::article},
    Name{"ago", Sort::ago},
    Name{"earlier", Sort::earlier},
    Name{"later", Sort::later},
    Name{"early", Sort::early},
    Name{"edge", Sort::edge},
    Name{"each", Sort::each},
    Name{"recent", Sort::recent},
    Name{"coming", Sort::coming},
    Name{"first", Sort::first},
    Name{"more", Sort::more},
    Name{"fiscal", Sort::fiscal},
    Name{"long_word", Sort::long_word},
    Name{"now", Sort::now},
    Name{"from", Sort::from},
    Name{"of", Sort::of},
    Name{"in", Sort::in},
    Name{"on", Sort::on},
    Name{"and_word", Sort::and_word},
    Name{"or_word", Sort::or_word},
    Name{"to", Sort::to},
    Name{"comma", Sort::comma},
    Name{"hyphen", Sort::hyphen},
    Name{"possessive", Sort::possessive},
    Name{"time", Sort::time},
    Name{"holiday", Sort::holiday},
};

Sorts sorts_named(std::string_view names) {
  Sorts sorts = 0;
  for (const std::string_view name : split(names, '|')) {
    const auto at = std::ranges::find(kNames, name, &Name::name);
    assert(at != kNames.end());
    if (at != kNames.end()) sorts |= bit(at->sort);
  }
  return sorts;
}

struct Sequence {
  Meaning meaning;
  std::vector<Sorts> sorts;
};

/// The rules with every "?" decided both ways, longest first, and for each sort of the first lexeme
/// the sequences that may begin with it.
class Patterns {
 public:
  Patterns() {
    for (const Rule& rule : kRules) expand(rule);
    std::ranges::stable_sort(sequences_, std::ranges::greater{},
                             [](const Sequence& s) { return s.sorts.size(); });
    for (std::size_t i = 0; i < sequences_.size(); ++i) {
      for (unsigned sort = 0; sort < by_first_.size(); ++sort) {
        if ((sequences_[i].sorts.front() >> sort & 1u) != 0) by_first_[sort].push_back(i);
      }
      firsts_ |= sequences_[i].sorts.front();
    }
  }

  std::optional<Match> longest(std::span<const Lexeme> lexemes, std::size_t at) const {
    std::size_t best = sequences_.size();
    for (Sorts rest = lexemes[at].sorts & firsts_; rest != 0; rest &= rest - 1) {
      const auto sort = static_cast<std::size_t>(__builtin_ctzll(rest));
      for (const std::size_t i : by_first_[sort]) {
        if (i >= best) break;
        if (fits(sequences_[i], lexemes, at)) best = i;
      }
    }
    if (best == sequences_.size()) return std::nullopt;
    const Sequence& sequence = sequences_[best];
    return Match{sequence.meaning, at, at + sequence.sorts.size(), sequence.sorts};
  }

 private:
  static bool fits(const Sequence& sequence, std::span<const Lexeme> lexemes, std::size_t at) {
    if (lexemes.size() - at < sequence.sorts.size()) return false;
    for (std::size_t i = 0; i < sequence.sorts.size(); ++i) {
      if (!lexemes[at + i].is_any(sequence.sorts[i])) return false;
    }
    return true;
  }

  void expand(const Rule& rule) {
    std::vector<std::vector<Sorts>> variants{{}};
    for (const std::string_view part : split(rule.pattern, ' ')) {
      const bool is_optional = part.ends_with('?');
      const Sorts sorts = sorts_named(is_optional ? part.substr(0, part.size() - 1) : part);
      const std::size_t count = variants.size();
      for (std::size_t i = 0; i < count; ++i) {
        if (is_optional) variants.push_back(variants[i]);
        variants[i].push_back(sorts);
      }
    }
    for (auto& variant : variants) sequences_.push_back({rule.meaning, std::move(variant)});
  }

  std::vector<Sequence> sequences_;
  std::array<std::vector<std::size_t>, 64> by_first_;
  Sorts firsts_ = 0;
};

}  // namespace

std::optional<Match> match_time(std::span<const Lexeme> lexemes, std::size_t at) {
  static const Patterns patterns;
  return patterns.longest(lexemes, at);
}

}  // namespace stemma
