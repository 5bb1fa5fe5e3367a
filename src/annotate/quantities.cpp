#include "annotate/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "annotate/counted.h"
#include "annotate/hedges.h"
#include "annotate/lexemes.h"
#include "annotate/quantity_cores.h"
#include "annotate/quantity_guards.h"
#include "annotate/quantity_measures.h"
#include "base/text.h"
#include "model/tree.h"
#include "model/units.h"

namespace stemma {
namespace {

using Kind = QuantityCore::Kind;

class Finder {
 public:
  Finder(const Article& article, const Annotations& annotations)
      : article_(article),
        text_(article.text),
        annotations_(annotations),
        children_(annotations.tokens),
        lexemes_(lexemes_of(article.text, annotations.tokens)) {}

  std::vector<Quantity> find() {
    for (std::size_t at = 0; at < lexemes_.size();) {
      const auto core = quantity_core(text_, lexemes_, at);
      const std::size_t next = core ? take(*core) : 0;
      at = std::max(next, at + 1);
    }
    inherit_units();
    return std::move(quantities_);
  }

 private:
  /// The lexeme after the quantity, or 0 when it is none.
  std::size_t take(QuantityCore core) {
    const QuantitySetting setting{text_, annotations_, lexemes_};
    Measured measured = measure_of(setting, core);
    if (!is_quantity(setting, core, measured)) return 0;
    if (auto pair = between(setting, core, measured)) {
      core = pair->core;
      measured = pair->measured;
    }
    Quantity quantity = valued(core, measured);
    std::size_t begin = measured.begin, end = measured.end;
    apply_hedge(core, quantity, begin, end);
    quantity.span = {lexemes_[begin].span.begin, lexemes_[end - 1].span.end};
    if (measured.unit.empty()) count(core, quantity);
    if (is_taken(quantity.span)) return 0;
    quantities_.push_back(std::move(quantity));
    return end;
  }

  Quantity valued(const QuantityCore& core, const Measured& measured) const {
    Quantity quantity;
    quantity.value = core.value;
    quantity.low = core.value ? core.value : core.low;
    quantity.high = core.value ? core.value : core.high;
    for (auto* number : {&quantity.value, &quantity.low, &quantity.high}) {
      if (*number) **number *= measured.scale;
    }
    quantity.unit = measured.unit;
    if (core.kind == Kind::vague) quantity.modifier = "vague";
    if (core.kind == Kind::range) quantity.modifier = "range";
    return quantity;
  }

  void apply_hedge(const QuantityCore& core, Quantity& quantity, std::size_t& begin,
                   std::size_t& end) const {
    if (core.begin < begin) return;
    auto before = hedge_before(text_, lexemes_, begin);
    const auto after = before ? std::nullopt : hedge_after(text_, lexemes_, end);
    if (!before && !after) return;
    const std::string_view name = before ? before->name : after->name;
    if (before) begin -= before->length;
    if (after) end += after->length;
    if (quantity.value) {
      const Bounds bounds = bounds_of(name, *quantity.value);
      quantity.low = bounds.low;
      quantity.high = bounds.high;
      quantity.modifier = name;
    } else if (name == "at most") {
      quantity.low = std::nullopt;
      quantity.modifier = name;
    } else if (name == "at least" || name == "over") {
      quantity.high = std::nullopt;
      quantity.modifier = name;
    }
  }

  /// "between $19 and $22 million": both ends in one quantity.
  struct Pair {
    QuantityCore core;
    Measured measured;
  };
  std::optional<Pair> between(const QuantitySetting& setting, const QuantityCore& low,
                              const Measured& low_measured) const {
    const std::size_t begin = low_measured.begin;
    if (low.kind != Kind::number || begin == 0 || low_measured.end >= lexemes_.size())
      return std::nullopt;
    const bool is_between = says(begin - 1, "between") && says(low_measured.end, "and");
    const bool is_to =
        (says(low_measured.end, "to") || lexemes_[low_measured.end].is(Sort::hyphen)) &&
        is_currency_code(low_measured.unit);
    if ((!is_between && !is_to) || (is_to && says(begin - 1, "from"))) return std::nullopt;
    std::size_t at = low_measured.end + 1;
    while (at < lexemes_.size() && !lexemes_[at].is(Sort::number) && at < low_measured.end + 3)
      ++at;
    if (at >= lexemes_.size() || !lexemes_[at].is(Sort::number)) return std::nullopt;
    const auto high = quantity_core(text_, lexemes_, at);
    if (!high || high->kind != Kind::number) return std::nullopt;
    Measured measured = measure_of(setting, *high);
    if (measured.begin != low_measured.end + 1 || (is_to && measured.unit != low_measured.unit)) {
      return std::nullopt;
    }
    double least = *low.value * low_measured.scale;
    const double most = *high->value * measured.scale, scale = lexemes_[at].scale * measured.scale;
    if (lexemes_[low.begin].scale == 1 && least * scale < most) least *= scale;
    if (least >= most) return std::nullopt;
    measured.begin = is_between ? begin - 1 : begin;
    measured.scale = 1;
    QuantityCore core{Kind::range, measured.begin, high->end, {}, least, most};
    return Pair{core, measured};
  }

  bool says(std::size_t at, std::string_view word) const {
    return at < lexemes_.size() && equal_ignoring_case(cut(text_, lexemes_[at].span), word);
  }

  void count(const QuantityCore& core, Quantity& quantity) {
    const Counted counted = counted_by(text_, annotations_, children_, lexemes_[core.begin].token,
                                       lexemes_[core.end - 1].last_token);
    if (core.kind == Kind::share) {
      quantity.unit = "%";
    } else if (core.kind == Kind::multiple) {
      quantity.unit = "times";
    } else {
      quantity.unit = counted.noun;
    }
  }

  /// Inside a time, in furniture, or already said.
  bool is_taken(Span span) const {
    const auto& times = annotations_.times;
    const auto at = std::ranges::partition_point(
        times, [&](const Time& time) { return time.span.end <= span.begin; });
    if (at != times.end() && at->span.overlaps(span)) return true;
    if (!quantities_.empty() && quantities_.back().span.overlaps(span)) return true;
    return article_.in_furniture(span);
  }

  /// "30,000 jobs .. 1,600 in Britain": a count without a noun takes that of the count before it in
  /// the sentence, else of the one after it.
  void inherit_units() {
    for (std::size_t i = 0; i < quantities_.size(); ++i) {
      if (!quantities_[i].unit.empty()) continue;
      const std::string* unit = i > 0 ? counted_beside(i, i - 1) : nullptr;
      if (!unit && i + 1 < quantities_.size()) unit = counted_beside(i, i + 1);
      if (unit) quantities_[i].unit = *unit;
    }
  }

  const std::string* counted_beside(std::size_t i, std::size_t other) const {
    const Quantity& beside = quantities_[other];
    const bool is_same_sentence = annotations_.sentence_at(quantities_[i].span.begin) ==
                                  annotations_.sentence_at(beside.span.begin);
    const std::string& unit = beside.unit;
    if (!is_same_sentence || unit.empty() || unit == "%" || unit == "times" ||
        unit == "years old" || is_currency_code(unit)) {
      return nullptr;
    }
    return &unit;
  }

  const Article& article_;
  std::string_view text_;
  const Annotations& annotations_;
  Children children_;
  std::vector<Lexeme> lexemes_;
  std::vector<Quantity> quantities_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Article& article, const Annotations& annotations) {
  return Finder(article, annotations).find();
}

}  // namespace stemma
