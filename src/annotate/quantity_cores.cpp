#include "annotate/quantity_cores.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace stemma {
namespace {

using Kind = QuantityCore::Kind;

constexpr double kMagnitudeLow = 2, kMagnitudeHigh = 10;  // "thousands": 2,000 to 10,000
constexpr double kDozen = 12, kDozensHigh = 100;
constexpr double kMostOfShare = 1000;  // "one in 1,000"

struct Multiple {
  std::string_view word;
  double value;
};
constexpr std::array kMultiples{
    Multiple{"doubled", 2},  Multiple{"doubling", 2},   Multiple{"fivefold", 5},
    Multiple{"fourfold", 4}, Multiple{"quadrupled", 4}, Multiple{"quadrupling", 4},
    Multiple{"tenfold", 10}, Multiple{"threefold", 3},  Multiple{"thrice", 3},
    Multiple{"tripled", 3},  Multiple{"tripling", 3},   Multiple{"twice", 2},
    Multiple{"twofold", 2},
};
static_assert(std::ranges::is_sorted(kMultiples, {}, &Multiple::word));

class CoreReader {
 public:
  CoreReader(std::string_view text, std::span<const Lexeme> lexemes)
      : text_(text), lexemes_(lexemes) {}

  std::optional<QuantityCore> read(std::size_t at) const {
    const Lexeme& first = lexemes_[at];
    if (first.is(Sort::number)) {
      if (auto core = x_in_y(at)) return core;
      if (auto core = written_fraction(at)) return core;
      if (auto core = range(at)) return core;
      return number(at);
    }
    if (first.is(Sort::article)) {
      if (auto core = vague_few(at + 1, at)) return core;
      return fraction(at + 1, at);
    }
    if (first.is(Sort::magnitudes)) return vague_magnitude(at);
    if (first.is(Sort::few)) return vague_few(at, at);
    if (first.is(Sort::fraction)) return fraction(at, at);
    return multiple(at);
  }

 private:
  bool has(std::size_t at, Sort sort) const {
    return at < lexemes_.size() && lexemes_[at].is(sort);
  }
  bool says(std::size_t at, std::string_view word) const {
    return at < lexemes_.size() && equal_ignoring_case(cut(text_, lexemes_[at].span), word);
  }
  bool adjoins(std::size_t at) const {
    return at > 0 && at < lexemes_.size() && lexemes_[at - 1].span.end == lexemes_[at].span.begin;
  }
  bool is_hyphen_between(std::size_t at) const {
    return has(at, Sort::hyphen) && adjoins(at) && adjoins(at + 1);
  }

  QuantityCore number(std::size_t at) const {
    QuantityCore core{Kind::number, at, at + 1, lexemes_[at].number, {}, {}};
    // "two and a half"
    if (has(at + 1, Sort::and_word) && has(at + 2, Sort::article) && has(at + 3, Sort::fraction)) {
      *core.value += lexemes_[at + 3].number;
      core.end = at + 4;
      if (has(core.end, Sort::magnitude)) *core.value *= lexemes_[core.end++].number;
    }
    const bool is_dash = is_hyphen_between(at - 1) && at >= 1;
    // A minus has a blank or a mark before it: "-366.94", "from -3".
    if (is_dash && at >= 2) return core;
    if (at >= 1 && has(at - 1, Sort::hyphen) && adjoins(at) && !adjoins(at - 1)) {
      core.begin = at - 1;
      core.value = -*core.value;
    }
    return core;
  }

  /// "4 in 10", "one out of five", "1-in-3"
  std::optional<QuantityCore> x_in_y(std::size_t at) const {
    std::size_t next = at + 1;
    if (is_hyphen_between(next)) ++next;
    if (has(next, Sort::in) || (says(next, "out") && has(next + 1, Sort::of))) {
      next += has(next, Sort::in) ? 1 : 2;
    } else {
      return std::nullopt;
    }
    if (is_hyphen_between(next)) ++next;
    if (says(next, "every")) ++next;
    if (!has(next, Sort::number)) return std::nullopt;
    const double part = lexemes_[at].number, whole = lexemes_[next].number;
    const bool is_share = part > 0 && part < whole && whole <= kMostOfShare &&
                          !lexemes_[next].is(Sort::year) && whole == std::floor(whole);
    if (!is_share) return std::nullopt;
    return QuantityCore{Kind::share, at, next + 1, 100 * part / whole, {}, {}};
  }

  /// "two-thirds", "three quarters", "one third"
  std::optional<QuantityCore> written_fraction(std::size_t at) const {
    const std::size_t word = is_hyphen_between(at + 1) ? at + 2 : at + 1;
    if (!has(word, Sort::fraction) || lexemes_[word].digits) return std::nullopt;
    const bool is_plural = cut(text_, lexemes_[word].span).ends_with('s');
    const double count = lexemes_[at].number;
    if (count != std::floor(count) || count > 20 || is_plural == (count == 1)) return std::nullopt;
    return share(at, word + 1, count * lexemes_[word].number);
  }

  /// A share of the whole, or of a magnitude: "a quarter of a trillion", "half a million".
  QuantityCore share(std::size_t begin, std::size_t end, double fraction) const {
    std::size_t next = end;
    if (has(next, Sort::of)) ++next;
    if (is_hyphen_between(next)) ++next;
    const bool is_direct = has(next, Sort::magnitude);
    const bool is_merged = has(next, Sort::number) && has_article(next);
    if (is_direct || is_merged) {
      return {Kind::number, begin, next + 1, fraction * lexemes_[next].number, {}, {}};
    }
    return {Kind::share, begin, end, 100 * fraction, {}, {}};
  }

  /// A numeral that begins with its article: "a million".
  bool has_article(std::size_t at) const {
    const std::string_view words = cut(text_, lexemes_[at].span);
    return starts_with_ignoring_case(words, "a ") || starts_with_ignoring_case(words, "a-");
  }

  std::optional<QuantityCore> fraction(std::size_t at, std::size_t begin) const {
    if (!has(at, Sort::fraction) || lexemes_[at].digits) return std::nullopt;
    return share(begin, at + 1, lexemes_[at].number);
  }

  /// "several", "a few hundred", "a couple", "a handful"
  std::optional<QuantityCore> vague_few(std::size_t at, std::size_t begin) const {
    if (!has(at, Sort::few) || says(at, "pair")) return std::nullopt;
    // "few people" says how little, not how many.
    if (at == begin && !says(at, "several")) return std::nullopt;
    QuantityCore core{Kind::vague,        begin, at + 1, {}, double(lexemes_[at].value),
                      lexemes_[at].number};
    if (has(core.end, Sort::magnitude)) {
      const double scale = lexemes_[core.end++].number;
      *core.low *= scale;
      *core.high *= scale;
    }
    return core;
  }

  /// "dozens", "tens of thousands", "hundreds of millions"
  std::optional<QuantityCore> vague_magnitude(std::size_t at) const {
    double scale = lexemes_[at].number;
    std::size_t end = at + 1;
    while (has(end, Sort::of) && has(end + 1, Sort::magnitudes) && end - at < 8) {
      scale *= lexemes_[end + 1].number;
      end += 2;
    }
    if (scale < kDozen) return std::nullopt;
    const double high = scale == kDozen ? kDozensHigh : scale * kMagnitudeHigh;
    return QuantityCore{Kind::vague, at, end, {}, scale * kMagnitudeLow, high};
  }

  /// "20 to 25", "one or two", "10-15"; what is no rising pair is two quantities.
  std::optional<QuantityCore> range(std::size_t at) const {
    const std::size_t link = at + 1;
    const bool is_word = says(link, "to") || has(link, Sort::or_word);
    if (!is_word && !is_hyphen_between(link)) return std::nullopt;
    if (!has(link + 1, Sort::number)) return std::nullopt;
    const Lexeme &low = lexemes_[at], &high = lexemes_[link + 1];
    if (low.is(Sort::year) && high.is(Sort::year) && !low.decimal) return std::nullopt;
    if (low.number * high.scale >= high.number && low.number >= high.number) return std::nullopt;
    if (low.number == 0) return std::nullopt;
    const double scale = low.scale == 1 && low.number * high.scale < high.number ? high.scale : 1;
    return QuantityCore{Kind::range, at, link + 2, {}, low.number * scale, high.number};
  }

  std::optional<QuantityCore> multiple(std::size_t at) const {
    const std::string_view word = cut(text_, lexemes_[at].span);
    const auto found = std::ranges::find_if(
        kMultiples, [&](const Multiple& m) { return equal_ignoring_case(m.word, word); });
    if (found == kMultiples.end() || says(at + 1, "down") || says(at + 1, "over"))
      return std::nullopt;
    return QuantityCore{Kind::multiple, at, at + 1, found->value, {}, {}};
  }

  std::string_view text_;
  std::span<const Lexeme> lexemes_;
};

/// Letters with which a multiple can begin.
bool may_be_multiple(char c) {
  return std::string_view("dftqDFTQ").find(c) != std::string_view::npos;
}

constexpr Sorts kStarts = bit(Sort::number) | bit(Sort::article) | bit(Sort::magnitudes) |
                          bit(Sort::few) | bit(Sort::fraction);

}  // namespace

std::optional<QuantityCore> quantity_core(std::string_view text, std::span<const Lexeme> lexemes,
                                          std::size_t at) {
  const Lexeme& first = lexemes[at];
  if (!first.is_any(kStarts) && (first.sorts != 0 || !may_be_multiple(text[first.span.begin]))) {
    return std::nullopt;
  }
  return CoreReader(text, lexemes).read(at);
}

}  // namespace stemma
