#include "annotate/quantity_guards.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace stemma {
namespace {

using Kind = QuantityCore::Kind;

/// Entity types whose digits are part of a name. Sorted.
constexpr std::array<std::string_view, 11> kNameTypes{"EVENT",  "FAC",     "GPE",        "LANGUAGE",
                                                      "LAW",    "LOC",     "NORP",       "ORG",
                                                      "PERSON", "PRODUCT", "WORK_OF_ART"};
static_assert(std::ranges::is_sorted(kNameTypes));

class Guard {
 public:
  Guard(const QuantitySetting& setting, const QuantityCore& core, const Measured& measured)
      : setting_(setting), core_(core), measured_(measured) {}

  bool holds() const {
    if (is_number_of_name()) return false;
    switch (core_.kind) {
      case Kind::share:
        return is_share();
      case Kind::multiple:
      case Kind::range:
        return true;
      case Kind::vague:
        return is_vague();
      case Kind::number:
        return !measured_.unit.empty() || is_count();
    }
    return false;
  }

 private:
  static const Lexeme& nothing() {
    static const Lexeme lexeme;
    return lexeme;
  }
  const Lexeme& first() const { return setting_.lexemes[core_.begin]; }
  const Lexeme& before(std::size_t steps = 1) const {
    return core_.begin >= steps ? setting_.lexemes[core_.begin - steps] : nothing();
  }
  const Lexeme& after(std::size_t steps = 0) const {
    const std::size_t at = core_.end + steps;
    return at < setting_.lexemes.size() ? setting_.lexemes[at] : nothing();
  }
  std::string_view text_of(const Lexeme& lexeme) const { return cut(setting_.text, lexeme.span); }
  const Token& token_of(const Lexeme& lexeme) const {
    return setting_.annotations.tokens[lexeme.token];
  }
  std::string_view tag_of(const Lexeme& lexeme) const {
    return setting_.annotations.tag(token_of(lexeme));
  }
  bool adjoins(const Lexeme& a, const Lexeme& b) const {
    return !a.span.empty() && a.span.end == b.span.begin;
  }

  bool is_number_of_name() const {
    const Span span = first().span;
    const auto& entities = setting_.annotations.entities;
    const auto at = std::ranges::partition_point(
        entities, [&](const Entity& entity) { return entity.span.end <= span.begin; });
    if (at != entities.end() && at->span.contains(span) && measured_.unit.empty() &&
        std::ranges::binary_search(kNameTypes, std::string_view(at->type))) {
      return true;
    }
    // "F-16", "COVID-19"
    const bool is_code = before().is(Sort::hyphen) && adjoins(before(), first()) &&
                         adjoins(before(2), before()) && before(2).sorts == 0;
    return is_code || (first().digits && follows_its_noun());
  }

  /// "page 12", "Category 4", "No. 1": the number stands after a noun that it only numbers.
  bool follows_its_noun() const {
    const std::string_view left = text_of(before());
    if (left == "No." || left == "Nos." || left == "#" || left == "[") return true;
    if (!measured_.unit.empty() || before().span.empty()) return false;
    const Token &number = token_of(first()), &noun = token_of(before());
    const bool is_noun =
        noun.pos == Pos::propn || (noun.pos == Pos::noun && setting_.annotations.tag(noun) == "NN");
    if (!is_noun || before().token + 1 != first().token) return false;
    return number.head == before().token && number.dep == Dep::nummod &&
           (noun.pos == Pos::propn || is_ascii_upper(text_of(before())[0]) || !first().decimal);
  }

  /// "third" and "second" are ordinals unless they are nouns; "half" of a time is a time.
  bool is_share() const {
    const Lexeme& last = setting_.lexemes[core_.end - 1];
    if (!last.is(Sort::fraction)) return true;
    const bool is_alone = core_.end - core_.begin == 1;
    if (before().is(Sort::ordinal) || before().is(Sort::last)) return false;
    if (equal_ignoring_case(text_of(last), "half")) {
      return !(after().is(Sort::hyphen) && adjoins(last, after()));
    }
    if (last.is(Sort::ordinal)) {
      const bool counts_share = after().is(Sort::of) || tag_of(last) == "NN";
      return counts_share && !is_alone;
    }
    if (after().is(Sort::hyphen)) return false;
    return !is_alone || after().is(Sort::of);
  }

  bool is_vague() const {
    const std::string_view word = text_of(first());
    if (equal_ignoring_case(word, "scores")) return after().is(Sort::of);
    if (equal_ignoring_case(word, "tens")) return core_.end - core_.begin > 1;
    return true;
  }

  bool is_count() const {
    const Lexeme& number = first();
    if (text_of(number).size() > 1 && equal_ignoring_case(text_of(number), "one")) return is_one();
    if (before().is(Sort::hyphen) && adjoins(before(), number) && !before(2).is(Sort::number) &&
        adjoins(before(2), before())) {
      return false;
    }
    if (number.is(Sort::year) && number.digits && !number.decimal) return modifies_noun();
    return !is_list_mark();
  }

  /// "one" counts when it stands before its noun.
  bool is_one() const {
    const Token& token = token_of(first());
    return token.dep == Dep::nummod && token.head > first().token && !after().is(Sort::of);
  }

  bool modifies_noun() const {
    const Token& token = token_of(first());
    return token.dep == Dep::nummod && token.head > first().token &&
           setting_.annotations.tag(setting_.annotations.tokens[token.head]).ends_with('S');
  }

  /// "1. Wash your hands": a number that begins its line and a mark after it.
  bool is_list_mark() const {
    const std::uint32_t begin = first().span.begin;
    const bool begins_line = begin == 0 || setting_.text[begin - 1] == '\n';
    const std::string_view right = text_of(after());
    return begins_line && first().digits && (right == "." || right == ")");
  }

  const QuantitySetting& setting_;
  const QuantityCore& core_;
  const Measured& measured_;
};

}  // namespace

bool is_quantity(const QuantitySetting& setting, const QuantityCore& core,
                 const Measured& measured) {
  return Guard(setting, core, measured).holds();
}

}  // namespace stemma
