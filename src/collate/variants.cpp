#include "collate/variants.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/text.h"
#include "collate/clusters.h"
#include "model/calendar.h"
#include "model/compare.h"
#include "model/units.h"

namespace stemma {
namespace {

// Average likeness from which values are one variant, and what a pair must reach to count at all.
constexpr double kLink = 0.3;
constexpr double kLeastEqual = 0.12;      // equal values of one unit
constexpr double kLeastFitting = 0.3;     // values that can both hold
constexpr double kLeastClashing = 0.5;    // values that cannot
constexpr double kOneThing = 0.6;         // likeness of fitting counts of one qualified thing
constexpr double kOtherUnit = 0.7;        // what is left of a likeness when one unit is not named
constexpr std::size_t kMaxValues = 3000;  // a story with more is a table, not a report

// One value where it stands.
struct Value {
  Mention mention;
  Index sentence = kNone;
  Index claim = kNone;
  const Quantity* quantity = nullptr;
  const Time* time = nullptr;
};

/// Links values and tells what they are about.
class VariantFinder {
 public:
  VariantFinder(const StoryView& story, std::span<const Unit> units,
                const std::vector<std::vector<Index>>& groups, const Pairing& pairing)
      : story_(story), units_(units), pairing_(pairing) {
    claim_of_unit_.assign(units.size(), kNone);
    for (Index g = 0; g < groups.size(); ++g) {
      for (const Index unit : groups[g]) claim_of_unit_[unit] = g;
    }
    units_of_sentence_.resize(story.sentences.size());
    for (Index u = 0; u < units.size(); ++u) units_of_sentence_[units[u].sentence].push_back(u);
  }

  std::vector<Variant> numbers();
  std::vector<Variant> times();

 private:
  std::optional<Value> place(Index article, Span span) const;
  double alike(const Value& a, const Value& b) const;
  double number_link(const Value& a, const Value& b) const;
  double time_link(const Value& a, const Value& b) const;
  std::string quantity_text(const Quantity& quantity) const;
  void about(Variant& variant, const Value& value) const;

  template <class Link>
  std::vector<std::vector<Value>> grouped(const std::vector<Value>& values, Link link) const;
  template <class Agree>
  std::set<std::pair<Index, Index>> answered(const std::vector<Value>& values, Agree agree) const;

  const StoryView& story_;
  std::span<const Unit> units_;
  const Pairing& pairing_;
  std::vector<Index> claim_of_unit_;
  std::vector<std::vector<Index>> units_of_sentence_;
};

std::optional<Value> VariantFinder::place(Index article, Span span) const {
  Value value;
  value.mention = {article, span};
  value.sentence = story_.sentence_at(article, span.begin);
  if (value.sentence == kNone) return std::nullopt;
  std::uint32_t shortest = ~std::uint32_t{0};
  for (const Index u : units_of_sentence_[value.sentence]) {
    const Unit& unit = units_[u];
    const auto holds = std::any_of(unit.tokens.begin(), unit.tokens.end(), [&](Index t) {
      return story_.articles[article].token(t).span.overlaps(span);
    });
    if (holds && unit.span.size() < shortest) {
      shortest = unit.span.size();
      value.claim = claim_of_unit_[u];
    }
  }
  return value;
}

double VariantFinder::alike(const Value& a, const Value& b) const {
  if (a.claim != kNone && a.claim == b.claim) return 1;
  if (a.sentence == b.sentence) return 0;
  const Index pair =
      pairing_.sentences.find(std::min(a.sentence, b.sentence), std::max(a.sentence, b.sentence));
  return pair == kNone ? 0 : probability(pairing_.sentence_log_odds[pair]);
}

// Words of a unit beyond its head that both name: "U.S." of "U.S. troops".
bool share_a_qualifier(std::string_view a, std::string_view b) {
  const auto words = [](std::string_view text) {
    std::set<std::string> set;
    for (const Word& word : words_of(text)) set.insert(singular(word.folded));
    return set;
  };
  const auto x = words(a), y = words(b);
  std::size_t common = 0;
  for (const std::string& word : x) common += y.contains(word) ? 1 : 0;
  return common >= 2;
}

double VariantFinder::number_link(const Value& a, const Value& b) const {
  const Quantity &x = *a.quantity, &y = *b.quantity;
  const Fit fit = compare(x, y);
  if (fit == Fit::incomparable || !units_fit(x.unit, y.unit)) return 0;
  const bool same_unit = !x.unit.empty() && unit_key(x.unit) == unit_key(y.unit);
  double p = alike(a, b) * (same_unit ? 1 : kOtherUnit);
  if (same_unit && fit != Fit::conflict && share_a_qualifier(x.unit, y.unit)) {
    p = std::max(p, kOneThing);
  }
  const double least = fit == Fit::agree    ? kLeastEqual
                       : fit == Fit::differ ? kLeastFitting
                                            : kLeastClashing;
  if (p < least) return 0;
  return fit == Fit::agree ? std::max(p, kOneThing) : p;
}

double VariantFinder::time_link(const Value& a, const Value& b) const {
  const Fit fit = compare(*a.time, *b.time);
  if (fit == Fit::incomparable) return 0;
  const double p = alike(a, b);
  const double least = fit == Fit::agree    ? kLeastEqual
                       : fit == Fit::differ ? kLeastFitting
                                            : kLeastClashing;
  if (p < least) return 0;
  return fit == Fit::agree ? std::max(p, kOneThing) : p;
}

// Values that have an agreeing partner in another article, as (value, article): such a value
// clashes with nothing there.
template <class Agree>
std::set<std::pair<Index, Index>> VariantFinder::answered(const std::vector<Value>& values,
                                                          Agree agree) const {
  std::set<std::pair<Index, Index>> answered;
  for (Index i = 0; i < values.size(); ++i) {
    for (Index j = 0; j < values.size(); ++j) {
      if (i != j && agree(values[i], values[j])) answered.emplace(i, values[j].mention.article);
    }
  }
  return answered;
}

template <class Link>
std::vector<std::vector<Value>> VariantFinder::grouped(const std::vector<Value>& values,
                                                       Link link) const {
  std::vector<Pair> pairs;
  for (Index i = 0; i < values.size(); ++i) {
    for (Index j = i + 1; j < values.size(); ++j) {
      if (link(i, j) > 0) pairs.push_back({i, j});
    }
  }
  const PairTable table(values.size(), std::move(pairs));
  std::vector<double> likeness;
  for (const Pair& pair : table.pairs()) likeness.push_back(link(pair.a, pair.b));
  std::vector<std::vector<Value>> result;
  for (const auto& members : average_link(table, likeness, kLink)) {
    if (members.size() < 2) continue;
    std::vector<Value> group;
    for (const Index i : members) group.push_back(values[i]);
    result.push_back(std::move(group));
  }
  return result;
}

std::string VariantFinder::quantity_text(const Quantity& quantity) const {
  const auto number = [](double value) { return fmt::format("{:.15g}", value); };
  if (quantity.value) return number(*quantity.value);
  if (quantity.low && quantity.high) return number(*quantity.low) + "-" + number(*quantity.high);
  if (quantity.low) return number(*quantity.low) + "+";
  return quantity.high ? "up to " + number(*quantity.high) : "unknown";
}

// What a variant is about, in the reports' own words: the unit, or the clause's words.
void VariantFinder::about(Variant& variant, const Value& value) const {
  if (value.quantity != nullptr && !value.quantity->unit.empty()) {
    if (value.quantity->unit.size() > variant.about.size()) variant.about = value.quantity->unit;
    return;
  }
  if (!variant.about.empty()) return;
  const ArticleView& view = story_.articles[value.mention.article];
  const Annotations::Range tokens = view.notes->tokens_in(value.mention.span);
  Index at = tokens.first;
  for (int hop = 0; hop < 3 && at < view.notes->tokens.size(); ++hop) {
    const Pos pos = view.token(at).pos;
    if (pos == Pos::verb) break;
    at = view.token(at).head;
  }
  if (at < view.notes->tokens.size()) variant.about = view.text(at);
}

bool in_two_articles(const std::vector<Value>& group) {
  return std::any_of(group.begin(), group.end(), [&](const Value& value) {
    return value.mention.article != group.front().mention.article;
  });
}

// Puts the values into readings by `same`, the first value of each naming it.
template <class Same, class Text>
void add_readings(Variant& variant, const std::vector<Value>& group, Same same, Text text) {
  std::vector<const Value*> first;
  for (const Value& value : group) {
    std::size_t at = 0;
    while (at < first.size() && !same(*first[at], value)) ++at;
    if (at == first.size()) {
      first.push_back(&value);
      variant.readings.push_back({text(value), {}});
    }
    variant.readings[at].mentions.push_back(value.mention);
  }
}

Variant::Relation relation_of(const std::vector<Value>& group, const Variant& variant, bool grows,
                              Fit (*fit)(const Value&, const Value&)) {
  if (variant.readings.size() == 1) return Variant::Relation::agree;
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = i + 1; j < group.size(); ++j) {
      if (fit(group[i], group[j]) == Fit::conflict) {
        return grows ? Variant::Relation::differ : Variant::Relation::conflict;
      }
    }
  }
  return Variant::Relation::differ;
}

// A count of people that rises from one report to a later one is a toll, not a conflict.
bool is_growing_toll(const StoryView& story, const std::vector<Value>& group) {
  std::vector<std::pair<Day, double>> told;
  for (const Value& value : group) {
    const auto& published = story.articles[value.mention.article].article->published;
    const auto day = published ? day_of(*published) : std::nullopt;
    const Quantity& quantity = *value.quantity;
    const auto number = quantity.value ? quantity.value : quantity.low;
    const People people = people_of(unit_key(quantity.unit));
    if (!day || !number || people == People::none) return false;
    told.emplace_back(*day, *number);
  }
  std::sort(told.begin(), told.end());
  return told.front().first != told.back().first &&
         std::is_sorted(told.begin(), told.end(),
                        [](const auto& a, const auto& b) { return a.second < b.second; });
}

std::vector<Variant> VariantFinder::numbers() {
  std::vector<Value> values;
  for (Index article = 0; article < story_.articles.size(); ++article) {
    for (const Quantity& quantity : story_.articles[article].notes->quantities) {
      auto value = place(article, quantity.span);
      if (!value || values.size() >= kMaxValues) continue;
      value->quantity = &quantity;
      values.push_back(*value);
    }
  }
  const auto partners = answered(values, [](const Value& a, const Value& b) {
    return units_fit(a.quantity->unit, b.quantity->unit) &&
           compare(*a.quantity, *b.quantity) == Fit::agree;
  });
  const auto link = [&](Index i, Index j) {
    const Value &a = values[i], &b = values[j];
    const bool clash = compare(*a.quantity, *b.quantity) == Fit::conflict;
    if (clash &&
        (partners.contains({i, b.mention.article}) || partners.contains({j, a.mention.article}))) {
      return 0.0;
    }
    return number_link(a, b);
  };
  std::vector<Variant> variants;
  for (const auto& group : grouped(values, link)) {
    Variant variant;
    variant.kind = Variant::Kind::number;
    add_readings(
        variant, group,
        [](const Value& a, const Value& b) { return is_same_reading(*a.quantity, *b.quantity); },
        [&](const Value& v) { return quantity_text(*v.quantity); });
    variant.relation = relation_of(
        group, variant, is_growing_toll(story_, group),
        [](const Value& a, const Value& b) { return compare(*a.quantity, *b.quantity); });
    if (variant.relation == Variant::Relation::agree && !in_two_articles(group)) continue;
    for (const Value& value : group) about(variant, value);
    variants.push_back(std::move(variant));
  }
  return variants;
}

std::vector<Variant> VariantFinder::times() {
  std::vector<Value> values;
  for (Index article = 0; article < story_.articles.size(); ++article) {
    for (const Time& time : story_.articles[article].notes->times) {
      if (time.type != "DATE" && time.type != "TIME") continue;
      auto value = place(article, time.span);
      if (!value || values.size() >= kMaxValues) continue;
      value->time = &time;
      values.push_back(*value);
    }
  }
  const auto partners = answered(values, [](const Value& a, const Value& b) {
    return a.mention.article != b.mention.article && compare(*a.time, *b.time) == Fit::agree;
  });
  const auto link = [&](Index i, Index j) {
    const Value &a = values[i], &b = values[j];
    const bool clash = compare(*a.time, *b.time) == Fit::conflict;
    if (clash &&
        (partners.contains({i, b.mention.article}) || partners.contains({j, a.mention.article}))) {
      return 0.0;
    }
    return time_link(a, b);
  };
  std::vector<Variant> variants;
  for (const auto& group : grouped(values, link)) {
    Variant variant;
    variant.kind = Variant::Kind::time;
    add_readings(
        variant, group,
        [](const Value& a, const Value& b) {
          return a.time->value == b.time->value && a.time->mod == b.time->mod;
        },
        [](const Value& v) { return v.time->value; });
    variant.relation = relation_of(group, variant, false, [](const Value& a, const Value& b) {
      return compare(*a.time, *b.time);
    });
    if (variant.relation == Variant::Relation::agree && !in_two_articles(group)) continue;
    about(variant, group.front());
    variants.push_back(std::move(variant));
  }
  return variants;
}

class Groups {
 public:
  explicit Groups(std::size_t size) : root_(size) {
    std::iota(root_.begin(), root_.end(), std::size_t{0});
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a), b = find(b);
    root_[std::max(a, b)] = std::min(a, b);
  }
  std::map<std::size_t, std::vector<std::size_t>> groups() {
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < root_.size(); ++i) groups[find(i)].push_back(i);
    return groups;
  }

 private:
  std::size_t find(std::size_t i) {
    while (root_[i] != i) i = root_[i] = root_[root_[i]];
    return i;
  }
  std::vector<std::size_t> root_;
};

// Letters that two words differ in, at most `limit` + 1.
std::size_t letters_apart(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

struct NameForm {
  std::string folded, text;
  std::vector<Mention> mentions;
};

// Two spellings of one name: the same but for a blank, or a letter or two in a long word.
bool is_other_spelling(const NameForm& a, const NameForm& b) {
  constexpr std::size_t kLongName = 6, kLongest = 60;
  if (a.folded == b.folded || a.folded.size() > kLongest || b.folded.size() > kLongest)
    return false;
  const auto joined = [](std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '-' || c == '\'' || c == '.'; });
    return text;
  };
  const std::string x = joined(a.folded), y = joined(b.folded);
  if (x == y) return true;
  if (x.size() < kLongName || y.size() < kLongName || x[0] != y[0]) return false;
  // A plural or a possessive is no other spelling.
  if (x + "s" == y || y + "s" == x) return false;
  return letters_apart(x, y) <= (std::min(x.size(), y.size()) >= 10 ? 2U : 1U);
}

bool is_name_type(std::string_view type) {
  return type == "PERSON" || type == "ORG" || type == "GPE" || type == "FAC" || type == "LOC";
}

std::vector<Variant> find_names(const StoryView& story) {
  std::map<std::pair<std::string, std::string>, NameForm> forms;  // by type and form
  for (Index article = 0; article < story.articles.size(); ++article) {
    const ArticleView& view = story.articles[article];
    for (const Entity& entity : view.notes->entities) {
      if (!is_name_type(entity.type) || view.article->in_furniture(entity.span)) continue;
      if (story.sentence_at(article, entity.span.begin) == kNone) continue;
      std::string folded;
      for (const Word& word : words_of(view.text(entity.span))) {
        if (word.folded == "the") continue;
        std::string plain = word.folded;
        if (plain.ends_with("'s")) plain.resize(plain.size() - 2);
        folded += (folded.empty() ? "" : " ") + plain;
      }
      NameForm& form = forms[{entity.type, folded}];
      form.folded = folded;
      if (form.text.empty()) form.text = view.text(entity.span);
      // The first place in each article stands for all of it.
      const bool is_first = form.mentions.empty() || form.mentions.back().article != article;
      if (is_first) form.mentions.push_back({article, entity.span});
    }
  }
  std::vector<const NameForm*> all;
  std::vector<std::string_view> types;
  for (const auto& [key, form] : forms) {
    all.push_back(&form);
    types.push_back(key.first);
  }
  Groups groups(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size() && types[i] == types[j]; ++j) {
      if (is_other_spelling(*all[i], *all[j])) groups.join(i, j);
    }
  }
  std::vector<Variant> variants;
  for (const auto& [first, members] : groups.groups()) {
    if (members.size() < 2) continue;
    Variant variant;
    variant.kind = Variant::Kind::name;
    variant.relation = Variant::Relation::differ;
    for (const std::size_t i : members)
      variant.readings.push_back({all[i]->text, all[i]->mentions});
    variant.about = variant.readings.front().value;
    variants.push_back(std::move(variant));
  }
  return variants;
}

}  // namespace

std::vector<Variant> find_variants(const StoryView& story, std::span<const Unit> units,
                                   const std::vector<std::vector<Index>>& groups,
                                   const Pairing& pairing) {
  VariantFinder finder(story, units, groups, pairing);
  std::vector<Variant> variants = finder.numbers();
  for (Variant& variant : finder.times()) variants.push_back(std::move(variant));
  for (Variant& variant : find_names(story)) variants.push_back(std::move(variant));
  std::stable_sort(variants.begin(), variants.end(), [](const Variant& a, const Variant& b) {
    return static_cast<int>(a.relation) > static_cast<int>(b.relation);
  });
  for (std::size_t i = 0; i < variants.size(); ++i) variants[i].id = "v" + std::to_string(i + 1);
  return variants;
}

}  // namespace stemma
