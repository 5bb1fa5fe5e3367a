#include "annotate/quantity_measures.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"
#include "model/units.h"

namespace stemma {
namespace {

constexpr std::size_t kLongestMeasure = 3;  // lexemes: "miles per hour"
constexpr double kOldest = 115;

struct Pair {
  std::string_view words, unit;
};
/// Measures that are no measures of units.cpp. Longer ones first.
constexpr std::array kShares{
    Pair{"percentage points", "percentage points"},
    Pair{"percentage point", "percentage points"},
    Pair{"basis points", "basis points"},
    Pair{"per cent", "%"},
    Pair{"percent", "%"},
    Pair{"pct", "%"},
    Pair{"%", "%"},
    Pair{"times", "times"},
    Pair{"cents", "cents"},
    Pair{"cent", "cents"},
};
/// What may follow digits without a blank.
constexpr std::array kSuffixes{Pair{"in", "inches"}, Pair{"x", "times"}};

struct Scale {
  std::string_view letter;
  double value;
};
constexpr std::array kScales{Scale{"k", 1e3}, Scale{"m", 1e6}, Scale{"b", 1e9},
                             Scale{"K", 1e3}, Scale{"M", 1e6}, Scale{"B", 1e9}};

constexpr std::array<std::string_view, 11> kSymbols{"$", "£", "€", "¥", "₹", "₽",
                                                    "₩", "₪", "₦", "₺", "₴"};

class Reader {
 public:
  Reader(const QuantitySetting& setting, const QuantityCore& core)
      : text_(setting.text),
        annotations_(setting.annotations),
        lexemes_(setting.lexemes),
        core_(core) {
    measured_.begin = core.begin;
    measured_.end = core.end;
  }

  Measured read() {
    if (take_symbol() || take_age() || take_share() || take_suffix() || take_currency_name() ||
        take_measure() || take_age_alone()) {
      return measured_;
    }
    return measured_;
  }

 private:
  bool exists(std::size_t at) const { return at < lexemes_.size(); }
  std::string_view word(std::size_t at) const {
    return exists(at) ? cut(text_, lexemes_[at].span) : std::string_view{};
  }
  bool adjoins(std::size_t at) const {
    return at > 0 && exists(at) && lexemes_[at - 1].span.end == lexemes_[at].span.begin;
  }
  /// The lexeme after an adjoining hyphen, or the next one.
  std::size_t after_hyphen(std::size_t at) const {
    return exists(at) && lexemes_[at].is(Sort::hyphen) && adjoins(at) && adjoins(at + 1) ? at + 1
                                                                                         : at;
  }
  std::string words(std::size_t at, std::size_t count) const {
    if (!exists(at + count - 1)) return {};
    return to_lower(cut(text_, {lexemes_[at].span.begin, lexemes_[at + count - 1].span.end}));
  }

  /// "$5", "US$1.6 billion", "AU$ 52.5 million"
  bool take_symbol() {
    std::uint32_t end = lexemes_[core_.begin].span.begin;
    if (end > 0 && text_[end - 1] == ' ') --end;
    const std::string_view before = text_.substr(0, end);
    const auto symbol =
        std::ranges::find_if(kSymbols, [&](std::string_view s) { return before.ends_with(s); });
    if (symbol == kSymbols.end()) return false;
    std::size_t begin = end - symbol->size();
    while (begin > 0 && end - begin < 6 && is_ascii_letter(text_[begin - 1])) --begin;
    const std::string name = to_lower(text_.substr(begin, end - begin));
    std::string_view code = currency_named(name);
    if (code.empty()) {
      begin = end - symbol->size();
      code = currency_named(*symbol);
    }
    measured_.unit = code;
    while (measured_.begin > 0 && lexemes_[measured_.begin].span.begin > begin) --measured_.begin;
    take_scale();
    // "$5 billion dollars"
    if (const auto currency = currency_at(measured_.end); currency && currency->unit == code)
      measured_.end = currency->end;
    return true;
  }

  /// "$5m": letters that follow the digits of money.
  void take_scale() {
    const auto scale = std::ranges::find(kScales, word(measured_.end), &Scale::letter);
    if (scale == kScales.end() || !adjoins(measured_.end)) return;
    measured_.scale = scale->value;
    ++measured_.end;
  }

  /// "6-year-old", "17 years old", "20 years of age"
  bool take_age() {
    const std::size_t unit = after_hyphen(core_.end);
    if (!exists(unit) || !lexemes_[unit].is_any(bit(Sort::unit) | bit(Sort::units))) return false;
    const std::size_t next = after_hyphen(unit + 1);
    std::size_t end = 0;
    if (exists(next) && lexemes_[next].is(Sort::old)) end = next + 1;
    if (word(next) == "of" && word(next + 1) == "age") end = next + 2;
    if (end == 0) return false;
    switch (lexemes_[unit].unit) {
      case 'Y':
        measured_.unit = "years old";
        break;
      case 'M':
        measured_.unit = "months old";
        break;
      case 'W':
        measured_.unit = "weeks old";
        break;
      case 'D':
        measured_.unit = "days old";
        break;
      default:
        return false;
    }
    measured_.end = end;
    return true;
  }

  /// "Dayton, 42, of Woodbridge", "aged 16", "at age 30"
  bool take_age_alone() {
    const Lexeme& number = lexemes_[core_.begin];
    if (core_.kind != QuantityCore::Kind::number || core_.end - core_.begin != 1 ||
        !number.digits || number.decimal || number.number > kOldest || core_.begin == 0) {
      return false;
    }
    const std::string_view before = word(core_.begin - 1), after = word(core_.end);
    const bool is_said = equal_ignoring_case(before, "aged") || equal_ignoring_case(before, "age");
    const bool is_apposed = before == "," && (after == "," || after == ".") && core_.begin >= 2 &&
                            follows_person(core_.begin - 2);
    if (!is_said && !is_apposed) return false;
    measured_.unit = "years old";
    return true;
  }

  bool follows_person(std::size_t at) const {
    const Token& token = annotations_.tokens[lexemes_[at].token];
    return token.pos == Pos::propn;
  }

  bool take_share() {
    const std::size_t at = after_hyphen(core_.end);
    for (const Pair& share : kShares) {
      const std::size_t count = static_cast<std::size_t>(std::ranges::count(share.words, ' ')) + 1;
      if (words(at, count) != share.words) continue;
      measured_.unit = share.unit;
      measured_.end = at + count;
      return true;
    }
    return false;
  }

  bool take_suffix() {
    if (!adjoins(core_.end)) return false;
    const auto suffix = std::ranges::find(kSuffixes, word(core_.end), &Pair::words);
    if (suffix == kSuffixes.end()) return false;
    measured_.unit = suffix->unit;
    measured_.end = core_.end + 1;
    return true;
  }

  struct Found {
    std::string unit;
    std::size_t end;
  };
  /// "dollars", "Canadian dollars"; one word that is also a measure ("pounds") is no currency here.
  std::optional<Found> currency_at(std::size_t at) const {
    for (const std::size_t count : {3u, 2u, 1u}) {
      const std::string name = words(at, count);
      const std::string_view code = name.empty() ? std::string_view{} : currency_named(name);
      if (!code.empty()) return Found{std::string(code), at + count};
    }
    return std::nullopt;
  }

  bool take_currency_name() {
    std::size_t at = after_hyphen(core_.end);
    if (core_.kind == QuantityCore::Kind::vague && word(at) == "of") ++at;
    const auto currency = currency_at(at);
    if (!currency) return false;
    measured_.unit = currency->unit;
    measured_.end = currency->end;
    return true;
  }

  bool take_measure() {
    const std::size_t at = after_hyphen(core_.end);
    for (std::size_t count = kLongestMeasure; count > 0; --count) {
      std::string name = words(at, count);
      std::ranges::replace(name, '-', ' ');
      const Measure* measure = name.empty() ? nullptr : measure_named(name);
      if (!measure) continue;
      measured_.unit = measure->name;
      measured_.end = at + count;
      return true;
    }
    return false;
  }

  std::string_view text_;
  const Annotations& annotations_;
  std::span<const Lexeme> lexemes_;
  const QuantityCore& core_;
  Measured measured_;
};

}  // namespace

Measured measure_of(const QuantitySetting& setting, const QuantityCore& core) {
  return Reader(setting, core).read();
}

}  // namespace stemma
