#include "collate/pairing.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace stemma {
namespace {

constexpr std::size_t kCommon = 400;  // of a stem's sentences the nearest so many are rivals
constexpr double kHopeless = -4;      // log-odds of sentences whose clauses are not compared
constexpr double kFloor = -6;         // log-odds of clauses' sentences, at least
constexpr std::size_t kClosest =
    32;  // of a sentence's rivals, whose clauses are compared with its own
constexpr double kNegligible = 0.01;  // clauses less likely the same are no pair at all
constexpr std::size_t kShortestRun = 2;

struct Bags {
  std::vector<Bag> grams, lemmas, lemmas_with_subject, names;
};

template <class Get>
std::vector<Bag> bags_of(std::span<const Traits> of, std::span<const Traits> reference, Get get) {
  std::vector<Counts> documents;
  documents.reserve(reference.size());
  for (const Traits& traits : reference) documents.push_back(get(traits));
  const Rarity rarity(documents);
  std::vector<Bag> bags;
  bags.reserve(of.size());
  for (const Traits& traits : of) bags.push_back(rarity.bag(get(traits)));
  return bags;
}

// Rarity is a matter of the story's sentences, for clauses too.
Bags bags_of(std::span<const Traits> of, std::span<const Traits> sentences) {
  Bags bags;
  bags.grams = bags_of(of, sentences, [](const Traits& t) -> const Counts& { return t.grams; });
  bags.lemmas = bags_of(of, sentences, [](const Traits& t) -> const Counts& { return t.lemmas; });
  bags.lemmas_with_subject = bags_of(
      of, sentences, [](const Traits& t) -> const Counts& { return t.lemmas_with_subject; });
  bags.names = bags_of(of, sentences, [](const Traits& t) -> const Counts& { return t.names; });
  return bags;
}

double run_feature(const Traits& a, const Traits& b) {
  const std::size_t run = longest_shared_run(a.words, b.words);
  return run < kShortestRun ? 0 : std::log(static_cast<double>(run));
}

double shorter_length(const Traits& a, const Traits& b) {
  return std::log(
      static_cast<double>(std::max<std::size_t>(1, std::min(a.words.size(), b.words.size()))));
}

double flag(bool value) { return value ? 1 : 0; }

bool same_predicate(const Traits& a, const Traits& b) {
  return a.predicate == b.predicate && a.predicate != kNoStem;
}

std::vector<std::array<double, kSentenceFeatures>> compare_sentences(const StoryView& story,
                                                                     std::span<const Traits> traits,
                                                                     const Bags& bags,
                                                                     const PairTable& table) {
  std::vector<std::array<double, kSentenceFeatures>> all(table.pairs().size());
  std::vector<double> base(all.size());
  for (std::size_t n = 0; n < all.size(); ++n) {
    const auto [i, j] = table.pairs()[n];
    const Traits &a = traits[i], &b = traits[j];
    auto& f = all[n];
    f[0] = cosine(bags.grams[i], bags.grams[j]);
    f[1] = cosine(bags.lemmas[i], bags.lemmas[j]);
    f[2] = std::abs(a.position - b.position);
    f[4] = shorter_length(a, b);
    f[5] = flag(share_one(a.values, b.values));
    f[6] = flag(same_predicate(a, b));
    f[7] = run_feature(a, b);
    f[8] = cosine(bags.names[i], bags.names[j]);
    f[9] = flag(share_one(a.times, b.times));
    base[n] = f[0] + f[1];
  }
  const auto rank = ranks(table, base, [&](Index i) { return story.sentences[i].article; });
  for (std::size_t n = 0; n < all.size(); ++n) all[n][3] = rank[n];
  return all;
}

// Sentence pairs whose clauses are worth comparing: likely enough, and among the likeliest of one
// of the two sentences.
std::vector<bool> worth_comparing(const PairTable& sentences, const std::vector<double>& log_odds) {
  std::vector<bool> worth(log_odds.size(), false);
  std::vector<Index> near;
  for (Index i = 0; i < sentences.size(); ++i) {
    near.clear();
    for (const auto& each : sentences.of(i)) {
      if (log_odds[each.pair] >= kHopeless) near.push_back(each.pair);
    }
    const std::size_t count = std::min(kClosest, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), near.end(),
                      [&](Index a, Index b) {
                        return log_odds[a] != log_odds[b] ? log_odds[a] > log_odds[b] : a < b;
                      });
    for (std::size_t n = 0; n < count; ++n) worth[near[n]] = true;
  }
  return worth;
}

std::vector<Pair> clauses_in(const PairTable& sentences, const std::vector<double>& log_odds,
                             std::span<const Unit> units, std::size_t count) {
  std::vector<std::pair<Index, Index>> range(count, {0, 0});
  for (Index i = 0; i < units.size(); ++i) {
    auto& [first, last] = range[units[i].sentence];
    if (first == last) first = i;
    last = i + 1;
  }
  const std::vector<bool> worth = worth_comparing(sentences, log_odds);
  std::vector<Pair> pairs;
  for (std::size_t n = 0; n < sentences.pairs().size(); ++n) {
    if (!worth[n]) continue;
    const auto [a, b] = sentences.pairs()[n];
    for (Index i = range[a].first; i < range[a].second; ++i) {
      for (Index j = range[b].first; j < range[b].second; ++j) pairs.push_back({i, j});
    }
  }
  return pairs;
}

// What is compared of two clauses. Ranks among the rivals are known only when all pairs have been
// seen once, so features are made pair by pair and not kept: there are millions in a large story.
class ClauseComparison {
 public:
  ClauseComparison(std::span<const Unit> units, std::span<const Traits> traits, const Bags& bags,
                   const PairTable& table, const PairTable& sentences,
                   const std::vector<double>& log_odds)
      : units_(units),
        traits_(traits),
        bags_(bags),
        table_(table),
        sentences_(sentences),
        log_odds_(log_odds) {
    std::vector<double> base;
    base.reserve(table.pairs().size());
    for (const auto [i, j] : table.pairs()) {
      base.push_back(cosine(bags.lemmas_with_subject[i], bags.lemmas_with_subject[j]) +
                     cosine(bags.grams[i], bags.grams[j]));
    }
    in_article_ = ranks(table, base, [&](Index i) { return units[i].article; });
    in_sentence_ = ranks(table, base, [&](Index i) { return units[i].sentence; });
  }

  std::array<double, kClauseFeatures> features(std::size_t n) const {
    const auto [i, j] = table_.pairs()[n];
    const Traits &a = traits_[i], &b = traits_[j];
    std::array<double, kClauseFeatures> f{};
    f[0] = std::max(kFloor, log_odds_[sentences_.find(units_[i].sentence, units_[j].sentence)]);
    f[1] = cosine(bags_.grams[i], bags_.grams[j]);
    f[2] = cosine(bags_.lemmas[i], bags_.lemmas[j]);
    f[3] = cosine(bags_.lemmas_with_subject[i], bags_.lemmas_with_subject[j]);
    f[4] = flag(share_one(a.values, b.values));
    f[5] = flag(same_predicate(a, b));
    f[6] = run_feature(a, b);
    f[7] = shorter_length(a, b);
    f[8] = in_article_[n];
    f[9] = in_sentence_[n];
    f[10] = std::abs(a.position - b.position);
    f[11] = cosine(bags_.names[i], bags_.names[j]);
    f[12] = flag(share_one(a.times, b.times));
    f[13] = flag(units_[i].negated != units_[j].negated);
    f[14] = f[0] * f[1];
    f[15] = f[0] * f[2];
    f[16] = f[0] * f[3];
    f[17] = f[0] * f[4];
    f[18] = f[9] * f[0];
    f[19] = f[9] * f[1];
    f[20] = f[9] * f[3];
    f[21] = f[9] * f[11];
    return f;
  }

 private:
  std::span<const Unit> units_;
  std::span<const Traits> traits_;
  const Bags& bags_;
  const PairTable& table_;
  const PairTable& sentences_;
  const std::vector<double>& log_odds_;
  std::vector<double> in_article_, in_sentence_;
};

// The places of a stem's sentences that are looked at from sentence i: all, or the nearest.
template <class Iterator>
std::pair<Iterator, Iterator> nearest(Iterator first, Iterator last, Index i) {
  if (static_cast<std::size_t>(last - first) <= kCommon) return {first, last};
  constexpr auto kHalf = static_cast<std::ptrdiff_t>(kCommon / 2);
  const Iterator at =
      std::partition_point(first, last, [&](const auto& p) { return p.second < i; });
  const Iterator from = at - std::min(kHalf, at - first);
  return {from, from + std::min<std::ptrdiff_t>(2 * kHalf, last - from)};
}

}  // namespace

PairTable::PairTable(std::size_t size, std::vector<Pair> pairs)
    : pairs_(std::move(pairs)), starts_(size + 1, 0) {
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  for (const Pair& pair : pairs_) {
    ++starts_[pair.a + 1];
    ++starts_[pair.b + 1];
  }
  for (std::size_t i = 0; i < size; ++i) starts_[i + 1] += starts_[i];
  neighbours_.resize(2 * pairs_.size());
  std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
  // First the smaller partners of each, then the larger: ascending within each owner.
  for (Index n = 0; n < pairs_.size(); ++n) neighbours_[next[pairs_[n].b]++] = {pairs_[n].a, n};
  for (Index n = 0; n < pairs_.size(); ++n) neighbours_[next[pairs_[n].a]++] = {pairs_[n].b, n};
}

Index PairTable::find(Index a, Index b) const {
  const Pair wanted{std::min(a, b), std::max(a, b)};
  const auto found = std::lower_bound(pairs_.begin(), pairs_.end(), wanted);
  if (found == pairs_.end() || *found != wanted) return kNone;
  return static_cast<Index>(found - pairs_.begin());
}

std::vector<Index> repeated_sentences(const StoryView& story) {
  constexpr std::size_t kLeastWords = 6;
  std::map<std::vector<std::uint32_t>, std::vector<Index>> same;
  for (Index i = 0; i < story.sentences.size(); ++i) {
    const Sentence& sentence = story.sentences[i];
    const auto& words = story.article_of(sentence).words;
    std::vector<std::uint32_t> key(words.begin() + sentence.first, words.begin() + sentence.last);
    if (key.size() >= kLeastWords) same[std::move(key)].push_back(i);
  }
  std::vector<Index> repeats(story.sentences.size(), kNone);
  for (const auto& [words, holders] : same) {
    if (holders.size() <= kFewCopies) continue;
    for (std::size_t n = 1; n < holders.size(); ++n) repeats[holders[n]] = holders.front();
  }
  return repeats;
}

std::vector<Pair> rivals(std::span<const Traits> traits, std::span<const Index> repeats) {
  std::vector<Counts> documents;
  for (const Traits& each : traits) documents.push_back(each.lemmas);
  const Rarity rarity(documents);
  for (Index i = 0; i < repeats.size(); ++i) {
    if (repeats[i] != kNone) documents[i].clear();
  }
  std::vector<std::pair<std::uint32_t, Index>> postings;
  for (Index i = 0; i < documents.size(); ++i) {
    for (const auto& [term, count] : documents[i]) postings.emplace_back(term, i);
  }
  std::sort(postings.begin(), postings.end());

  std::vector<Pair> pairs;
  std::vector<double> shared(traits.size(), 0);
  std::vector<Index> touched;
  for (Index i = 0; i < documents.size(); ++i) {
    touched.clear();
    for (const auto& [term, count] : documents[i]) {
      const auto first =
          std::lower_bound(postings.begin(), postings.end(), std::pair{term, Index{0}});
      auto last = first;
      while (last != postings.end() && last->first == term) ++last;
      const double weight = rarity(term) * rarity(term);
      const auto [from, to] = nearest(first, last, i);
      for (auto at = from; at != to; ++at) {
        if (at->second == i) continue;
        if (shared[at->second] == 0) touched.push_back(at->second);
        shared[at->second] += weight;
      }
    }
    if (touched.size() > kMaxRivals) {
      std::nth_element(
          touched.begin(), touched.begin() + kMaxRivals, touched.end(),
          [&](Index a, Index b) { return shared[a] != shared[b] ? shared[a] > shared[b] : a < b; });
    }
    for (std::size_t n = 0; n < touched.size(); ++n) {
      if (n < kMaxRivals) pairs.push_back({std::min(i, touched[n]), std::max(i, touched[n])});
      shared[touched[n]] = 0;
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

Pairing pair_units(const StoryView& story, std::span<const Unit> units, const Weights& weights,
                   Features keep) {
  std::vector<Traits> sentences, clauses;
  for (const Sentence& sentence : story.sentences) sentences.push_back(traits_of(story, sentence));
  for (const Unit& unit : units) clauses.push_back(traits_of(story, unit));

  Pairing pairing;
  pairing.repeats = repeated_sentences(story);
  pairing.sentences = PairTable(sentences.size(), rivals(sentences, pairing.repeats));
  auto features =
      compare_sentences(story, sentences, bags_of(sentences, sentences), pairing.sentences);
  for (const auto& each : features) {
    pairing.sentence_log_odds.push_back(weights.sentence.log_odds(each));
  }
  if (keep == Features::kept) pairing.sentence_features = std::move(features);

  PairTable compared(clauses.size(), clauses_in(pairing.sentences, pairing.sentence_log_odds, units,
                                                story.sentences.size()));
  const Bags bags = bags_of(clauses, sentences);
  const ClauseComparison comparison(units, clauses, bags, compared, pairing.sentences,
                                    pairing.sentence_log_odds);
  std::vector<Pair> pairs;
  for (std::size_t n = 0; n < compared.pairs().size(); ++n) {
    const auto each = comparison.features(n);
    const double likely = probability(weights.clause.log_odds(each));
    if (keep == Features::kept) {
      pairing.clause_features.push_back(each);
    } else if (likely < kNegligible) {
      continue;
    }
    pairs.push_back(compared.pairs()[n]);
    pairing.clause_probability.push_back(likely);
  }
  pairing.clauses = PairTable(clauses.size(), std::move(pairs));
  return pairing;
}

}  // namespace stemma
