#include "collate/slots.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "model/units.h"

namespace stemma {
namespace {

constexpr double kOneReport = 0.9;   // of two times that date one outlet's report
constexpr double kOneClaim = 0.8;    // of the only such values of two clauses that state the same
constexpr double kRoundCount = 0.6;  // likeness of two hedged round numbers of one thing

constexpr Index kNear = 7, kNearer = 4;  // tokens to either side
constexpr int kMaxHops = 4;              // from a value up to its verb
constexpr std::size_t kMaxEqual = 64;    // a value that stands in more places links none by itself
constexpr double kMaxRatio = 3;          // of the logarithm of two numbers

struct Harm {
  std::string_view lemma;
  int kind;
};
constexpr std::array<Harm, 29> kHarms = {{
    {"casualty", 1},    {"collapse", 4}, {"damage", 4},    {"dead", 1},     {"death", 1},
    {"destroy", 4},     {"die", 1},      {"execute", 1},   {"fatality", 1}, {"flatten", 4},
    {"hospitalize", 2}, {"hurt", 2},     {"injure", 2},    {"injury", 2},   {"kill", 1},
    {"killing", 1},     {"maim", 2},     {"massacre", 1},  {"miss", 3},     {"missing", 3},
    {"murder", 1},      {"perish", 1},   {"slaughter", 1}, {"slay", 1},     {"toll", 1},
    {"trap", 3},        {"victim", 1},   {"wound", 2},     {"wreck", 4},
}};

int harm_of(std::string_view lemma) {
  const auto at = std::lower_bound(kHarms.begin(), kHarms.end(), lemma,
                                   [](const Harm& h, std::string_view l) { return h.lemma < l; });
  return at != kHarms.end() && at->lemma == lemma ? at->kind : 0;
}

Index unit_of(std::span<const Unit> units, std::span<const Index> of_sentence, Index token) {
  Index best = kNone;
  for (const Index u : of_sentence) {
    if (std::binary_search(units[u].tokens.begin(), units[u].tokens.end(), token)) best = u;
  }
  return best == kNone && !of_sentence.empty() ? of_sentence.front() : best;
}

Index verb_above(const ArticleView& view, Index token) {
  for (int hop = 0; hop < kMaxHops && view.token(token).pos != Pos::verb; ++hop) {
    token = view.token(token).head;
  }
  return token;
}

// The words around the value, and what they say has happened.
void read_context(const StoryView& story, const ArticleView& view, Slot& slot) {
  const Annotations::Range own = view.notes->tokens_in(slot.mention.span);
  const Sentence& sentence = story.sentences[slot.sentence];
  const Index first = own.first > sentence.first + kNear ? own.first - kNear : sentence.first;
  const Index last = std::min(own.last + kNear, sentence.last);
  std::array<int, 5> harms{};
  for (Index i = first; i < last; ++i) {
    const bool inside = i >= own.first && i < own.last;
    if (view.stems[i] == kNoStem || view.token(i).pos == Pos::num) continue;
    const Index distance = i < own.first ? own.first - i : inside ? 0 : i - own.last + 1;
    slot.near.push_back(view.stems[i]);
    if (distance <= kNearer) {
      slot.nearer.push_back(view.stems[i]);
      ++harms[static_cast<std::size_t>(harm_of(story.words[view.stems[i]]))];
    }
  }
  const Index verb = verb_above(view, own.first);
  slot.verb = view.stems[verb];
  if (slot.verb != kNoStem) ++harms[static_cast<std::size_t>(harm_of(story.words[slot.verb]))];
  slot.harm = static_cast<int>(std::max_element(harms.begin() + 1, harms.end()) - harms.begin());
  if (harms[static_cast<std::size_t>(slot.harm)] == 0) slot.harm = 0;
  sort_unique(slot.near);
  sort_unique(slot.nearer);
}

std::vector<std::vector<Index>> units_by_sentence(const StoryView& story,
                                                  std::span<const Unit> units) {
  std::vector<std::vector<Index>> of(story.sentences.size());
  for (Index u = 0; u < units.size(); ++u) of[units[u].sentence].push_back(u);
  return of;
}

std::optional<Slot> slot_at(const StoryView& story, std::span<const Unit> units,
                            const std::vector<std::vector<Index>>& of_sentence, Index article,
                            Span span) {
  Slot slot;
  slot.mention = {article, span};
  slot.sentence = story.sentence_at(article, span.begin);
  if (slot.sentence == kNone) return std::nullopt;
  const ArticleView& view = story.articles[article];
  const Annotations::Range words = view.notes->tokens_in(span);
  if (words.empty()) return std::nullopt;
  const Index token = words.first;
  slot.unit = unit_of(units, of_sentence[slot.sentence], token);
  read_context(story, view, slot);
  return slot;
}

// Rarity-weighted share of the poorer side's words that both have.
double overlap_of(const Rarity& rarity, const std::vector<std::uint32_t>& a,
                  const std::vector<std::uint32_t>& b) {
  double both = 0, of_a = 0, of_b = 0;
  for (const std::uint32_t stem : a) of_a += rarity(stem);
  for (const std::uint32_t stem : b) {
    of_b += rarity(stem);
    if (std::binary_search(a.begin(), a.end(), stem)) both += rarity(stem);
  }
  return both / (1 + std::min(of_a, of_b));
}

std::string value_key(const Slot& slot) {
  if (slot.time != nullptr) return slot.time->value;
  const auto number = slot.quantity->value ? slot.quantity->value : slot.quantity->low;
  return number ? std::to_string(*number) + slot.counted : "";
}

// Values of sentences that may say the same, and equal values wherever they stand.
// "About 1,100 personnel" and "almost 1,000 troops": two hedged round numbers of one thing, so near
// that both can hold, are one count wherever the reports tell it.
bool one_round_count(const Slot& a, const Slot& b) {
  constexpr double kLeastCount = 100, kNearCount = 1.25;
  if (a.quantity == nullptr || b.quantity == nullptr || a.counted.empty()) return false;
  const Quantity &x = *a.quantity, &y = *b.quantity;
  if (a.counted != b.counted || !x.modifier || !y.modifier || !x.value || !y.value) return false;
  const double low = std::min(*x.value, *y.value), high = std::max(*x.value, *y.value);
  return a.mention.article != b.mention.article && low >= kLeastCount && high <= kNearCount * low &&
         compare(a, b) != Fit::conflict;
}

// Two times of one outlet's report.
bool one_report(const Slot& a, const Slot& b) {
  return !a.report.empty() && a.report == b.report && a.sentence != b.sentence;
}

double ratio_of(const Slot& a, const Slot& b) {
  if (a.quantity == nullptr || b.quantity == nullptr) return 0;
  const auto x = a.quantity->value ? a.quantity->value : a.quantity->low;
  const auto y = b.quantity->value ? b.quantity->value : b.quantity->low;
  if (!x || !y || *x < 0 || *y < 0) return kMaxRatio;
  return std::min(kMaxRatio, std::abs(std::log((*x + 0.5) / (*y + 0.5))));
}

// The only values of their kind in two clauses of one claim; numbers far apart count other things.
bool one_claim(const Slot& a, const Slot& b) {
  constexpr double kFar = 1.1;  // ln 3
  return a.claim != kNone && a.claim == b.claim && a.counted == b.counted &&
         a.mention.article != b.mention.article && ratio_of(a, b) < kFar;
}

std::vector<Pair> candidates(const Pairing& pairing, std::span<const Slot> slots) {
  std::map<Index, std::vector<Index>> of_sentence;
  std::map<std::string, std::vector<Index>> of_value, of_count, of_report, of_claim;
  for (Index i = 0; i < slots.size(); ++i) {
    of_sentence[slots[i].sentence].push_back(i);
    of_value[value_key(slots[i])].push_back(i);
    if (slots[i].quantity != nullptr && slots[i].quantity->modifier) {
      of_count[slots[i].counted].push_back(i);
    }
    if (!slots[i].report.empty()) of_report[slots[i].report].push_back(i);
    if (slots[i].claim != kNone) of_claim[std::to_string(slots[i].claim)].push_back(i);
  }
  std::vector<Pair> pairs;
  const auto add = [&](Index i, Index j) {
    if (compare(slots[i], slots[j]) == Fit::incomparable) return;
    pairs.push_back({std::min(i, j), std::max(i, j)});
  };
  for (const Pair& pair : pairing.sentences.pairs()) {
    const auto a = of_sentence.find(pair.a), b = of_sentence.find(pair.b);
    if (a == of_sentence.end() || b == of_sentence.end()) continue;
    for (const Index i : a->second) {
      for (const Index j : b->second) add(i, j);
    }
  }
  for (const auto& [value, holders] : of_value) {
    if (holders.size() > kMaxEqual || value.empty()) continue;
    for (std::size_t m = 0; m < holders.size(); ++m) {
      for (std::size_t n = m + 1; n < holders.size(); ++n) {
        if (slots[holders[m]].sentence != slots[holders[n]].sentence) add(holders[m], holders[n]);
      }
    }
  }
  const auto add_all = [&](const std::map<std::string, std::vector<Index>>& groups, auto one_fact) {
    for (const auto& [key, holders] : groups) {
      if (holders.size() > kMaxEqual) continue;
      for (std::size_t m = 0; m < holders.size(); ++m) {
        for (std::size_t n = m + 1; n < holders.size(); ++n) {
          if (one_fact(slots[holders[m]], slots[holders[n]])) add(holders[m], holders[n]);
        }
      }
    }
  };
  add_all(of_count, one_round_count);
  add_all(of_report, one_report);
  add_all(of_claim, one_claim);
  return pairs;
}

double flag(bool value) { return value ? 1 : 0; }

Rarity rarity_of(const StoryView& story) {
  std::vector<Counts> documents;
  for (const Sentence& sentence : story.sentences) {
    const auto& stems = story.article_of(sentence).stems;
    std::vector<std::uint32_t> terms(stems.begin() + sentence.first, stems.begin() + sentence.last);
    std::erase(terms, kNoStem);
    documents.push_back(count_terms(std::move(terms)));
  }
  return Rarity(documents);
}

}  // namespace

std::vector<Slot> number_slots(const StoryView& story, std::span<const Unit> units) {
  const auto of_sentence = units_by_sentence(story, units);
  std::vector<Slot> slots;
  for (Index article = 0; article < story.articles.size(); ++article) {
    for (const Quantity& quantity : story.articles[article].notes->quantities) {
      auto slot = slot_at(story, units, of_sentence, article, quantity.span);
      if (!slot || slots.size() >= kMaxSlots) continue;
      slot->quantity = &quantity;
      slot->counted = unit_key(quantity.unit);
      slots.push_back(std::move(*slot));
    }
  }
  return slots;
}

namespace {

// The outlet whose report a time dates: the time hangs, through few governors, on the words with
// which the sentence cites the outlet. Empty when it dates anything else.
std::string report_dated_by(const ArticleView& view, Span time) {
  constexpr int kHops = 5;
  for (const Citation& citation : view.notes->citations) {
    if (citation.relation != Citation::Relation::reported || citation.attribution == kNone)
      continue;
    const Attribution& attribution = view.notes->attributions[citation.attribution];
    const bool apart = std::any_of(attribution.content.begin(), attribution.content.end(),
                                   [&](Span piece) { return piece.overlaps(time); });
    if (!attribution.cue || apart) continue;
    Index at = view.notes->tokens_in(time).first;
    for (int hop = 0; hop <= kHops && at < view.notes->tokens.size(); ++hop) {
      if (attribution.cue->overlaps(view.token(at).span)) return citation.outlet;
      at = view.token(at).head;
    }
  }
  return "";
}

}  // namespace

std::vector<Slot> time_slots(const StoryView& story, std::span<const Unit> units,
                             const std::vector<std::vector<StoryTime>>& times) {
  const auto of_sentence = units_by_sentence(story, units);
  std::vector<Slot> slots;
  for (Index article = 0; article < times.size(); ++article) {
    for (const StoryTime& time : times[article]) {
      auto slot = slot_at(story, units, of_sentence, article, time.span);
      if (!slot || slots.size() >= kMaxSlots) continue;
      slot->time = &time;
      slot->report = report_dated_by(story.articles[article], time.span);
      slots.push_back(std::move(*slot));
    }
  }
  return slots;
}

namespace {

// Whether a time hangs on the verb itself ("on Tuesday … failed"), not on a noun ("its Wednesday
// concert").
bool dates(const ArticleView& view, Span time, Index verb) {
  constexpr int kHops = 4;  // the words of the time, a preposition
  const Annotations::Range words = view.notes->tokens_in(time);
  Index at = words.first;
  for (int hop = 0; hop < kHops && at != verb; ++hop) {
    const Token& token = view.token(at);
    const bool inside = at >= words.first && at < words.last;
    if (!inside && token.pos != Pos::adp && token.dep != Dep::prep) return false;
    at = token.head;
  }
  return at == verb;
}

}  // namespace

void place_in_claims(const StoryView& story, std::span<const Unit> units,
                     const std::vector<std::vector<Index>>& groups, std::vector<Slot>& slots) {
  std::vector<Index> claim_of(units.size(), kNone);
  for (Index g = 0; g < groups.size(); ++g) {
    for (const Index unit : groups[g]) claim_of[unit] = g;
  }
  std::map<std::pair<Index, std::string>, int> count;  // of a unit's values of one kind
  for (const Slot& slot : slots) ++count[{slot.unit, slot.counted}];
  for (Slot& slot : slots) {
    if (slot.unit == kNone || count[{slot.unit, slot.counted}] != 1) continue;
    if (slot.time == nullptr && slot.counted.empty()) continue;
    const ArticleView& view = story.articles[slot.mention.article];
    if (slot.time != nullptr && !dates(view, slot.mention.span, units[slot.unit].head)) continue;
    slot.claim = claim_of[slot.unit];
  }
}

Fit compare(const Slot& a, const Slot& b) {
  if (a.time != nullptr && b.time != nullptr) return compare(*a.time, *b.time);
  if (a.quantity == nullptr || b.quantity == nullptr) return Fit::incomparable;
  return compare(*a.quantity, *b.quantity);
}

bool is_same_value(const Slot& a, const Slot& b) {
  if (a.time != nullptr && b.time != nullptr) {
    return a.time->value == b.time->value && a.time->mod == b.time->mod;
  }
  return is_same_reading(*a.quantity, *b.quantity);
}

SlotPairs pair_slots(const StoryView& story, const Pairing& pairing, std::span<const Slot> slots,
                     const Regression<kSlotFeatures>& weights) {
  const Rarity rarity = rarity_of(story);
  std::map<std::string, double> holders;
  for (const Slot& slot : slots) ++holders[value_key(slot)];
  PairTable table(slots.size(), candidates(pairing, slots));
  std::vector<std::array<double, kSlotFeatures>> all(table.pairs().size());
  std::vector<double> base(all.size());
  for (std::size_t n = 0; n < all.size(); ++n) {
    const Slot &a = slots[table.pairs()[n].a], &b = slots[table.pairs()[n].b];
    const Fit fit = compare(a, b);
    const Index sentences = pairing.sentences.find(a.sentence, b.sentence);
    const Index clauses = a.unit == kNone || b.unit == kNone || a.unit == b.unit
                              ? kNone
                              : pairing.clauses.find(a.unit, b.unit);
    auto& f = all[n];
    f[0] = sentences == kNone ? 0 : probability(pairing.sentence_log_odds[sentences]);
    f[1] = clauses == kNone ? 0 : pairing.clause_probability[clauses];
    f[2] = flag(is_same_value(a, b));
    f[3] = flag(fit == Fit::agree || fit == Fit::differ);
    f[4] = flag(a.counted == b.counted && !a.counted.empty());
    f[5] = overlap_of(rarity, a.near, b.near);
    f[6] = overlap_of(rarity, a.nearer, b.nearer);
    f[7] = flag(a.verb == b.verb && a.verb != kNoStem);
    f[9] = a.harm == 0 || b.harm == 0 ? 0 : a.harm == b.harm ? 1 : -1;
    f[10] = ratio_of(a, b);
    f[11] = f[2] / std::log1p(holders[value_key(a)]);
    base[n] = f[0] + f[1] + 0.5 * (f[2] + f[5] + f[6]) + 0.3 * (f[4] + f[9]);
  }
  const auto rank = ranks(table, base, [&](Index i) { return slots[i].mention.article; });
  std::vector<double> likeness;
  for (std::size_t n = 0; n < all.size(); ++n) {
    auto& f = all[n];
    f[8] = rank[n];
    f[12] = f[2] * f[1];
    f[13] = f[2] * f[5];
    f[14] = f[3] * f[1];
    f[15] = f[8] * f[5];
    const Slot &a = slots[table.pairs()[n].a], &b = slots[table.pairs()[n].b];
    const double fitted = probability(weights.log_odds(f));
    const double sure = one_report(a, b)        ? kOneReport
                        : one_claim(a, b)       ? kOneClaim
                        : one_round_count(a, b) ? kRoundCount
                                                : 0;
    likeness.push_back(std::max(fitted, sure));
  }
  return {std::move(table), std::move(all), std::move(likeness)};
}

}  // namespace stemma
