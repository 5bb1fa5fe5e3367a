#include "annotate/time_guards.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace stemma {
namespace {

/// Marks and words before a number that is no year.
constexpr std::array<std::string_view, 10> kBeforeNumber{
    "$", "#", "£", "€", "No.", "about", "than", "nearly", "almost", "some"};
bool is_word(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view w) { return equal_ignoring_case(text, w); });
}

class Guard {
 public:
  Guard(const TimeSetting& setting, const Match& match, const TimeParts& parts)
      : setting_(setting), match_(match), parts_(parts) {}

  bool holds() const {
    switch (match_.meaning) {
      case Meaning::date:
        return is_date();
      case Meaning::duration:
        return is_duration();
      case Meaning::vague_span:
        return is_vague_span();
      case Meaning::definite:
        return is_definite();
      case Meaning::reference:
        return is_reference();
      case Meaning::set:
        return is_set();
      case Meaning::decade:
        return !names_an_age();
      case Meaning::clock:
        return !before().is(Sort::hyphen);
      case Meaning::ordinal:
        return parts_.unit == 'Q' || parts_.unit == 'H' || parts_.unit == 'C';
      default:
        return true;
    }
  }

 private:
  static const Lexeme& nothing() {
    static const Lexeme lexeme;
    return lexeme;
  }
  const Lexeme& before(std::size_t steps = 1) const {
    return match_.begin >= steps ? setting_.lexemes[match_.begin - steps] : nothing();
  }
  const Lexeme& after(std::size_t steps = 0) const {
    const std::size_t at = match_.end + steps;
    return at < setting_.lexemes.size() ? setting_.lexemes[at] : nothing();
  }
  const Lexeme& first() const { return setting_.lexemes[match_.begin]; }
  const Lexeme& last() const { return setting_.lexemes[match_.end - 1]; }
  std::string_view text_of(const Lexeme& lexeme) const { return cut(setting_.text, lexeme.span); }
  const Token& token_of(const Lexeme& lexeme) const {
    return setting_.annotations.tokens[lexeme.token];
  }
  std::string_view tag_of(const Lexeme& lexeme) const {
    return setting_.annotations.tag(token_of(lexeme));
  }
  bool is_single() const { return match_.end - match_.begin == 1; }
  bool adjoins(const Lexeme& a, const Lexeme& b) const { return a.span.end == b.span.begin; }

  bool is_date() const {
    if (is_single() && first().is(Sort::year)) return is_year();
    if (is_single() && first().is(Sort::short_year)) return true;
    if (parts_.month && is_single()) {
      // "May" and "March" begin sentences as verbs and names.
      return tag_of(first()).starts_with("NNP") && !follows_in_name();
    }
    if (parts_.season && is_single()) return is_season();
    if (parts_.month && parts_.day && !parts_.year) return has_good_day();
    return true;
  }

  /// "in spring", not "to fall", not "spring training"
  bool is_season() const {
    constexpr std::array<std::string_view, 9> kBefore{"in",    "of",   "by",     "since", "until",
                                                      "early", "late", "during", "-"};
    return is_word(text_of(before()), kBefore) && tag_of(first()).starts_with("NN") &&
           token_of(first()).dep != Dep::compound;
  }

  /// "March two soldiers": a day of the month is written in digits or as an ordinal.
  bool has_good_day() const {
    for (std::size_t i = match_.begin; i < match_.end; ++i) {
      const Lexeme& lexeme = setting_.lexemes[i];
      if (!lexeme.is(Sort::day_number) || lexeme.is(Sort::month)) continue;
      return lexeme.digits || lexeme.is(Sort::ordinal);
    }
    return true;
  }

  /// A month that is part of a person's or a body's name: "Theresa May".
  bool follows_in_name() const {
    const auto& entities = setting_.annotations.entities;
    const auto at = std::ranges::partition_point(
        entities, [&](const Entity& entity) { return entity.span.end <= first().span.begin; });
    return at != entities.end() && at->span.contains(first().span) &&
           (at->type == "PERSON" || at->type == "ORG" || at->type == "GPE" || at->type == "FAC" ||
            at->type == "WORK_OF_ART" || at->type == "PRODUCT");
  }

  bool is_year() const {
    const std::string_view left = text_of(before()), right = text_of(after());
    if (is_word(left, kBeforeNumber) || right == "%") return false;
    if (before().is(Sort::hyphen) &&
        !before(2).is_any(bit(Sort::year) | bit(Sort::month) | bit(Sort::early)) &&
        adjoins(before(), first())) {
      return false;
    }
    return !counts_plural();
  }

  /// "2000 people": a numeral modifier of a plural noun that is no "elections" or "Games".
  bool counts_plural() const {
    if (after().is_any(bit(Sort::unit) | bit(Sort::units) | bit(Sort::magnitude))) {
      return after().is(Sort::units);
    }
    if (match_.end >= setting_.lexemes.size()) return false;
    const std::string_view tag = tag_of(after());
    const Token& token = token_of(first());
    return tag == "NNS" && token.dep == Dep::nummod && !before().is(Sort::the);
  }

  bool is_age() const {
    const std::size_t gap = after().is(Sort::hyphen) ? 1 : 0;
    if (after(gap).is(Sort::old)) return true;
    return after().is(Sort::of) && text_of(after(1)) == "age";
  }

  bool is_duration() const {
    if (is_age()) return false;
    if (parts_.unit == 's' && !parts_.few && !setting_.lexemes[match_.end - 1].is(Sort::units) &&
        !first().is(Sort::number)) {
      return false;
    }
    // "a second official", "a quarter of", "half"
    if (first().is(Sort::article) &&
        (parts_.unit == 's' || parts_.unit == 'Q' || parts_.unit == 'H'))
      return false;
    return true;
  }

  bool is_vague_span() const {
    if (is_age() || parts_.unit == 'H' || parts_.unit == 'Q' || parts_.unit == 's') {
      return !is_single() && parts_.unit == 'Q';
    }
    if (!is_single()) return true;
    // Bare "weeks": said as a length, "for weeks", "weeks of talks"; not the subject of its own.
    const std::string_view left = text_of(before());
    constexpr std::array<std::string_view, 7> kBefore{"for",  "in",   "within", "after",
                                                      "over", "took", "spent"};
    return is_word(left, kBefore) || after().is(Sort::of);
  }

  bool is_definite() const {
    constexpr std::string_view kGood = "WwMQY";
    if (parts_.season || parts_.with_time_word) return true;
    return kGood.find(parts_.unit) != std::string_view::npos && !after().is(Sort::hyphen);
  }

  bool is_reference() const {
    if (first().is(Sort::the) && !parts_.reference) {
      return text_of(last()) == "past" && tag_of(last()) == "NN";
    }
    if (text_of(first()) == "these" || text_of(first()) == "These") return parts_.unit == 'D';
    if (match_.end - match_.begin > 1 && !first().is(Sort::the)) return false;
    if (first().is(Sort::the)) return parts_.reference == 2;
    if (parts_.reference == 2) return before().is(Sort::the) || text_of(before()) == "near";
    return text_of(first()) != "present" || parts_.unit != 0;
  }

  /// A "daily paper" tells how often, a "quarterly dividend" what it is called.
  bool is_set() const {
    if (!parts_.frequency || parts_.frequency == 'D' || parts_.frequency == 'W') return true;
    return token_of(first()).pos == Pos::adv;
  }

  /// "in his 50s", "a woman in her 70s"
  bool names_an_age() const {
    constexpr std::array<std::string_view, 5> kOwners{"his", "her", "their", "its", "my"};
    return is_word(text_of(before()), kOwners);
  }

  const TimeSetting& setting_;
  const Match& match_;
  const TimeParts& parts_;
};

}  // namespace

bool is_time(const TimeSetting& setting, const Match& match, const TimeParts& parts) {
  return Guard(setting, match, parts).holds();
}

}  // namespace stemma
