#include "collate/variants.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "collate/clusters.h"
#include "collate/name_variants.h"
#include "collate/slots.h"
#include "model/calendar.h"
#include "model/units.h"

namespace stemma {
namespace {

constexpr double kOneValue = 0.5;    // likeness of one value told twice in an article …
constexpr double kOtherValue = 0.5;  // … and what is left of that of two values

struct Cuts {
  double link, split, conflict;
};

// Two values in one sentence are two facts, or the ends of a range.
std::vector<double> likeness_of(std::span<const Slot> slots, const SlotPairs& pairs) {
  std::vector<double> likeness = pairs.probability;
  for (std::size_t n = 0; n < likeness.size(); ++n) {
    const Slot &a = slots[pairs.table.pairs()[n].a], &b = slots[pairs.table.pairs()[n].b];
    if (a.mention.article != b.mention.article) continue;
    likeness[n] = is_same_value(a, b)        ? std::max(likeness[n], kOneValue)
                  : a.sentence == b.sentence ? 0
                                             : likeness[n] * kOtherValue;
  }
  return likeness;
}

class Grouper {
 public:
  Grouper(std::span<const Slot> slots, const SlotPairs& pairs, const Cuts& cuts)
      : slots_(slots), pairs_(pairs), cuts_(cuts), likeness_(likeness_of(slots, pairs)) {}

  // Values of one fact. A group whose values cannot all hold must be held together more firmly.
  std::vector<std::vector<Index>> groups() const {
    std::vector<std::vector<Index>> groups;
    for (const auto& group : average_link(pairs_.table, likeness_, cuts_.link)) {
      if (group.size() < 2 || !clashes(group) || is_toll(group)) {
        groups.push_back(group);
        continue;
      }
      for (auto& part : split(group)) groups.push_back(std::move(part));
    }
    join_contradicted(groups);
    std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
    return groups;
  }

  // Whether values that cannot both hold are about the same for sure: somewhere two clauses that
  // tell them are as like as that.
  bool is_conflict(const std::vector<Index>& group) const {
    double most = 0;
    for (std::size_t m = 0; m < group.size(); ++m) {
      for (std::size_t n = m + 1; n < group.size(); ++n) {
        if (compare(slots_[group[m]], slots_[group[n]]) != Fit::conflict) continue;
        const Index pair = pairs_.table.find(group[m], group[n]);
        most = std::max(most, pair == kNone ? 0 : pairs_.probability[pair]);
      }
    }
    return most >= cuts_.conflict;
  }

  bool clashes(const std::vector<Index>& group) const {
    for (std::size_t m = 0; m < group.size(); ++m) {
      for (std::size_t n = m + 1; n < group.size(); ++n) {
        if (compare(slots_[group[m]], slots_[group[n]]) == Fit::conflict) return true;
      }
    }
    return false;
  }

  // Counts of the dead, the hurt, the missing and the damaged move during the event.
  bool is_toll(const std::vector<Index>& group) const {
    const auto counts = static_cast<std::size_t>(
        std::count_if(group.begin(), group.end(), [&](Index i) { return slots_[i].harm != 0; }));
    return 2 * counts >= group.size() && slots_[group.front()].quantity != nullptr;
  }

 private:
  // A value that stands alone and contradicts one of a group in the same claim belongs to it,
  // however little it is like the group's other tellings.
  void join_contradicted(std::vector<std::vector<Index>>& groups) const {
    std::vector<std::size_t> group_of(slots_.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const Index i : groups[g]) group_of[i] = g;
    }
    const auto& pairs = pairs_.table.pairs();
    for (std::size_t n = 0; n < pairs.size(); ++n) {
      const Slot &a = slots_[pairs[n].a], &b = slots_[pairs[n].b];
      std::size_t from = group_of[pairs[n].a], to = group_of[pairs[n].b];
      if (a.claim == kNone || a.claim != b.claim || from == to) continue;
      if (pairs_.probability[n] < cuts_.conflict || compare(a, b) != Fit::conflict) continue;
      if (groups[from].size() > 1) std::swap(from, to);
      if (groups[from].size() != 1) continue;
      groups[to].insert(std::upper_bound(groups[to].begin(), groups[to].end(), groups[from][0]),
                        groups[from][0]);
      group_of[groups[from][0]] = to;
      groups[from].clear();
    }
  }

  std::vector<std::vector<Index>> split(const std::vector<Index>& group) const {
    std::vector<Pair> pairs;
    std::vector<double> likeness;
    for (Index m = 0; m < group.size(); ++m) {
      for (Index n = m + 1; n < group.size(); ++n) {
        const Index pair = pairs_.table.find(group[m], group[n]);
        if (pair == kNone) continue;
        pairs.push_back({m, n});
        likeness.push_back(likeness_[pair]);
      }
    }
    std::vector<std::vector<Index>> parts =
        average_link(PairTable(group.size(), std::move(pairs)), likeness, cuts_.split);
    for (auto& part : parts) {
      for (Index& i : part) i = group[i];
    }
    return parts;
  }

  std::span<const Slot> slots_;
  const SlotPairs& pairs_;
  Cuts cuts_;
  std::vector<double> likeness_;
};

std::string text_of(const Quantity& quantity) {
  const auto number = [](double value) { return fmt::format("{:.15g}", value); };
  if (quantity.value) return number(*quantity.value);
  if (quantity.low && quantity.high) return number(*quantity.low) + "-" + number(*quantity.high);
  if (quantity.low) return number(*quantity.low) + "+";
  return quantity.high ? "up to " + number(*quantity.high) : "unknown";
}

std::string value_text(const Slot& slot) {
  return slot.time != nullptr ? slot.time->value : text_of(*slot.quantity);
}

// Readings with one number differ in its hedge, which then stands before it: "100", "about 100".
void tell_apart(std::span<const Slot> slots, const std::vector<Index>& first, Variant& variant) {
  const std::vector<Reading> plain = variant.readings;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool shared = std::count_if(plain.begin(), plain.end(), [&](const Reading& other) {
                          return other.value == plain[i].value;
                        }) > 1;
    const Quantity* quantity = slots[first[i]].quantity;
    if (shared && quantity != nullptr && quantity->modifier) {
      variant.readings[i].value = *quantity->modifier + " " + plain[i].value;
    }
  }
}

// What a variant is about in the reports' own words: the longest unit, else the governing verb.
std::string about(const StoryView& story, std::span<const Slot> slots,
                  const std::vector<Index>& group) {
  std::string about;
  for (const Index i : group) {
    if (slots[i].quantity != nullptr && slots[i].quantity->unit.size() > about.size()) {
      about = slots[i].quantity->unit;
    }
  }
  for (const Index i : group) {
    if (about.empty() && slots[i].verb != kNoStem) about = story.words[slots[i].verb];
  }
  return about;
}

// Counts that grow from one day to a later one differ; told on one day they clash. A day in doubt
// tells nothing.
bool told_on_other_days(const StoryView& story, std::span<const DoubtfulDate> doubts,
                        std::span<const Slot> slots, const std::vector<Index>& group) {
  std::set<std::string> days;
  for (const Index i : group) {
    const Index article = slots[i].mention.article;
    const auto& published = story.articles[article].article->published;
    const bool doubted = std::any_of(doubts.begin(), doubts.end(), [&](const DoubtfulDate& doubt) {
      return doubt.article == article && doubt.stated == published;
    });
    const auto day = published && !doubted ? day_of(*published) : std::nullopt;
    days.insert(day ? iso_of(*day) : "");
  }
  return days.size() > 1 || days.contains("");
}

bool in_two_articles(std::span<const Slot> slots, const std::vector<Index>& group) {
  return std::any_of(group.begin(), group.end(), [&](Index i) {
    return slots[i].mention.article != slots[group.front()].mention.article;
  });
}

Variant variant_of(const StoryView& story, std::span<const DoubtfulDate> doubts,
                   std::span<const Slot> slots, const Grouper& grouper,
                   const std::vector<Index>& group) {
  Variant variant;
  variant.about = about(story, slots, group);
  std::vector<Index> first;  // of each reading
  for (const Index i : group) {
    std::size_t at = 0;
    while (at < first.size() && !is_same_value(slots[first[at]], slots[i])) ++at;
    if (at == first.size()) {
      first.push_back(i);
      variant.readings.push_back({value_text(slots[i]), {}});
    }
    variant.readings[at].mentions.push_back(slots[i].mention);
  }
  tell_apart(slots, first, variant);
  if (variant.readings.size() == 1) {
    variant.relation = Variant::Relation::agree;
  } else if (!grouper.clashes(group) || !grouper.is_conflict(group) ||
             (grouper.is_toll(group) && told_on_other_days(story, doubts, slots, group))) {
    variant.relation = Variant::Relation::differ;
  } else {
    variant.relation = Variant::Relation::conflict;
  }
  return variant;
}

void add_variants(const StoryView& story, std::span<const DoubtfulDate> doubts,
                  std::span<const Slot> slots, const SlotPairs& pairs, const Cuts& cuts,
                  Variant::Kind kind, std::vector<Variant>& variants) {
  const Grouper grouper(slots, pairs, cuts);
  for (const auto& group : grouper.groups()) {
    Variant variant = variant_of(story, doubts, slots, grouper, group);
    variant.kind = kind;
    if (in_two_articles(slots, group) || variant.relation == Variant::Relation::conflict) {
      variants.push_back(std::move(variant));
    }
  }
}

}  // namespace

std::vector<Variant> find_variants(const StoryView& story, std::span<const Unit> units,
                                   const Pairing& pairing,
                                   const std::vector<std::vector<Index>>& groups,
                                   const std::vector<std::vector<StoryTime>>& times,
                                   std::span<const DoubtfulDate> doubts, const Weights& weights) {
  std::vector<Variant> variants;
  std::vector<Slot> numbers = number_slots(story, units);
  place_in_claims(story, units, groups, numbers);
  add_variants(story, doubts, numbers, pair_slots(story, pairing, numbers, weights.number),
               {weights.number_link, weights.number_split, weights.conflict}, Variant::Kind::number,
               variants);
  std::vector<Slot> dates = time_slots(story, units, times);
  place_in_claims(story, units, groups, dates);
  add_variants(story, doubts, dates, pair_slots(story, pairing, dates, weights.time),
               {weights.time_link, weights.time_split, weights.conflict}, Variant::Kind::time,
               variants);
  for (Variant& variant : find_name_variants(story)) variants.push_back(std::move(variant));
  std::stable_sort(variants.begin(), variants.end(), [](const Variant& a, const Variant& b) {
    return static_cast<int>(a.relation) > static_cast<int>(b.relation);
  });
  for (std::size_t i = 0; i < variants.size(); ++i) variants[i].id = "v" + std::to_string(i + 1);
  return variants;
}

}  // namespace stemma
