#include "annotate/hedges.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace stemma {
namespace {

struct Phrase {
  std::string_view words;  ///< one blank between lexemes
  std::string_view name;
};

/// Longer phrases before their ends.
constexpr std::array kBefore{
    Phrase{"no more than", "at most"},
    Phrase{"not more than", "at most"},
    Phrase{"no fewer than", "at least"},
    Phrase{"no less than", "at least"},
    Phrase{"not less than", "at least"},
    Phrase{"a minimum of", "at least"},
    Phrase{"a maximum of", "at most"},
    Phrase{"as much as", "at most"},
    Phrase{"as many as", "at most"},
    Phrase{"in excess of", "over"},
    Phrase{"slightly more than", "just over"},
    Phrase{"a little over", "just over"},
    Phrase{"just more than", "just over"},
    Phrase{"slightly less than", "nearly"},
    Phrase{"slightly fewer than", "nearly"},
    Phrase{"just short of", "nearly"},
    Phrase{"just shy of", "nearly"},
    Phrase{"just less than", "nearly"},
    Phrase{"well over", "over"},
    Phrase{"upwards of", "over"},
    Phrase{"upward of", "over"},
    Phrase{"north of", "over"},
    Phrase{"more than", "over"},
    Phrase{"greater than", "over"},
    Phrase{"higher than", "over"},
    Phrase{"larger than", "over"},
    Phrase{"less than", "under"},
    Phrase{"fewer than", "under"},
    Phrase{"lower than", "under"},
    Phrase{"just over", "just over"},
    Phrase{"slightly over", "just over"},
    Phrase{"just above", "just over"},
    Phrase{"just under", "nearly"},
    Phrase{"close to", "nearly"},
    Phrase{"at least", "at least"},
    Phrase{"at most", "at most"},
    Phrase{"up to", "at most"},
    Phrase{"an estimated", "about"},
    Phrase{"estimated", "about"},
    Phrase{"about", "about"},
    Phrase{"around", "about"},
    Phrase{"roughly", "about"},
    Phrase{"approximately", "about"},
    Phrase{"some", "about"},
    Phrase{"circa", "about"},
    Phrase{"nearly", "nearly"},
    Phrase{"almost", "nearly"},
    Phrase{"approaching", "nearly"},
    Phrase{"virtually", "nearly"},
    Phrase{"over", "over"},
    Phrase{"above", "over"},
    Phrase{"exceeding", "over"},
    Phrase{"under", "under"},
    Phrase{"below", "under"},
};

constexpr std::array kAfter{
    Phrase{"or more", "at least"}, Phrase{"or so", "about"},        Phrase{"or less", "at most"},
    Phrase{"or fewer", "at most"}, Phrase{"or higher", "at least"}, Phrase{"- plus", "at least"},
    Phrase{"plus", "at least"},    Phrase{"+", "at least"},
};

std::size_t words_in(std::string_view phrase) {
  return static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
}

bool stands_at(std::string_view text, std::span<const Lexeme> lexemes, std::size_t at,
               std::string_view phrase) {
  for (const std::string_view word : split(phrase, ' ')) {
    if (at >= lexemes.size() || !equal_ignoring_case(cut(text, lexemes[at].span), word))
      return false;
    ++at;
  }
  return true;
}

}  // namespace

std::optional<HedgeMatch> hedge_before(std::string_view text, std::span<const Lexeme> lexemes,
                                       std::size_t at) {
  if (at == 0) return std::nullopt;
  const std::string_view last = cut(text, lexemes[at - 1].span);
  for (const Phrase& phrase : kBefore) {
    // Most phrases end in another word: look at the end first.
    const std::size_t blank = phrase.words.rfind(' ');
    const auto end =
        blank == std::string_view::npos ? phrase.words : phrase.words.substr(blank + 1);
    if (!equal_ignoring_case(last, end)) continue;
    const std::size_t length = words_in(phrase.words);
    if (at >= length && stands_at(text, lexemes, at - length, phrase.words)) {
      return HedgeMatch{phrase.name, length};
    }
  }
  return std::nullopt;
}

std::optional<HedgeMatch> hedge_after(std::string_view text, std::span<const Lexeme> lexemes,
                                      std::size_t at) {
  for (const Phrase& phrase : kAfter) {
    if (stands_at(text, lexemes, at, phrase.words)) {
      return HedgeMatch{phrase.name, words_in(phrase.words)};
    }
  }
  return std::nullopt;
}

Bounds bounds_of(std::string_view hedge, double value) {
  const double size = std::abs(value);
  if (hedge == "about") return {value - 0.05 * size, value + 0.05 * size};
  if (hedge == "nearly") return {value - 0.1 * size, value};
  if (hedge == "just over") return {value, value + 0.1 * size};
  if (hedge == "over" || hedge == "at least") return {value, std::nullopt};
  if (hedge == "under" || hedge == "at most") return {std::nullopt, value};
  return {value, value};
}

}  // namespace stemma
