#include "cluster/article_vector.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

namespace stemma {
namespace {

// A word and in how many of 10,000 news articles it stands.
struct BackgroundWord {
  std::string_view word;
  std::uint16_t rate;
};
constexpr BackgroundWord kBackgroundWords[] = {
#include "cluster/background_words.inc"
};

// A title word and a name stand for more than one mention.
constexpr double kTitleCount = 3, kNameCount = 1;

std::uint32_t id_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

double damped(double count) { return count > 0 ? 1 + std::log(count) : 0; }

bool is_heavier(const WeightedTerm& a, const WeightedTerm& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
}

Weights weights_of(const TermCount& count, double idf) {
  const double all = kTitleCount * count.title + count.lead + count.rest + kNameCount * count.names;
  Weights weights;
  weights[whole] = static_cast<float>(damped(all) * idf);
  weights[title] = static_cast<float>(damped(count.title) * idf);
  weights[lead] = static_cast<float>(damped(count.lead) * idf);
  weights[rest] = static_cast<float>(damped(count.rest) * idf);
  weights[numbers] = count.is_number ? weights[whole] : 0;
  return weights;
}

// Every vector to length one; `numbers` by the length of `whole`, and its own length is returned.
float normalize(std::vector<Weights>& all) {
  std::array<double, fields> squares{};
  for (const Weights& weights : all) {
    for (std::size_t f = 0; f < fields; ++f) squares[f] += double{weights[f]} * double{weights[f]};
  }
  const double of_numbers = squares[numbers];
  squares[numbers] = squares[whole];
  for (Weights& weights : all) {
    for (std::size_t f = 0; f < fields; ++f) {
      if (squares[f] > 0) weights[f] /= static_cast<float>(std::sqrt(squares[f]));
    }
  }
  return squares[whole] > 0 ? static_cast<float>(std::sqrt(of_numbers / squares[whole])) : 0;
}

}  // namespace

Vocabulary::Vocabulary() {
  for (const BackgroundWord& each : kBackgroundWords) {
    const std::uint32_t term = id_of(XXH3_64bits(each.word.data(), each.word.size()));
    articles_with_[term] = static_cast<float>(kBackground * each.rate / 10000);
  }
}

void Vocabulary::halve() {
  for (auto at = articles_with_.begin(); at != articles_with_.end();) {
    at->second /= 2;
    at = at->second < 0.3F ? articles_with_.erase(at) : std::next(at);
  }
  articles_ /= 2;
  since_halving_ = 0;
}

void Vocabulary::count(const Fingerprint& fingerprint) {
  if (++since_halving_ > kHalfAfter) halve();
  articles_ += 1;
  for (const TermCount& count : fingerprint.terms) articles_with_[id_of(count.term)] += 1;
}

ArticleVector Vocabulary::weigh(const Fingerprint& fingerprint) const {
  std::vector<Weights> weights;
  std::vector<WeightedTerm> order;
  for (const TermCount& count : fingerprint.terms) {
    const std::uint32_t term = id_of(count.term);
    const auto found = articles_with_.find(term);
    const double with = found == articles_with_.end() ? 0 : double{found->second};
    const double idf = std::max(0.0, std::log((articles_ + 1) / (with + 0.5)));
    weights.push_back(weights_of(count, idf));
    order.push_back({term, weights.back()[whole]});
  }
  std::vector<std::uint32_t> places(order.size());
  std::iota(places.begin(), places.end(), 0U);
  if (places.size() > ArticleVector::kMaxTerms) {
    std::nth_element(
        places.begin(), places.begin() + ArticleVector::kMaxTerms, places.end(),
        [&](std::uint32_t a, std::uint32_t b) { return is_heavier(order[a], order[b]); });
    places.resize(ArticleVector::kMaxTerms);
  }
  std::sort(places.begin(), places.end(),
            [&](std::uint32_t a, std::uint32_t b) { return order[a].term < order[b].term; });
  ArticleVector out;
  for (const std::uint32_t place : places) {
    out.terms.push_back(order[place].term);
    out.weights.push_back(weights[place]);
  }
  out.number_length = normalize(out.weights);
  out.prints = fingerprint.prints;
  out.seconds = fingerprint.seconds;
  return out;
}

std::vector<WeightedTerm> heaviest(const ArticleVector& vector, std::size_t count) {
  std::vector<WeightedTerm> terms;
  for (std::size_t i = 0; i < vector.terms.size(); ++i) {
    terms.push_back({vector.terms[i], vector.weights[i][whole]});
  }
  const auto kept = static_cast<std::ptrdiff_t>(std::min(count, terms.size()));
  std::partial_sort(terms.begin(), terms.begin() + kept, terms.end(), is_heavier);
  terms.resize(static_cast<std::size_t>(kept));
  return terms;
}

}  // namespace stemma
