#include "cluster/article_vector.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
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
  return a.weight[whole] != b.weight[whole] ? a.weight[whole] > b.weight[whole] : a.term < b.term;
}

void keep_heaviest(std::vector<WeightedTerm>& terms, std::size_t count) {
  if (terms.size() <= count) return;
  std::nth_element(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(count), terms.end(),
                   is_heavier);
  terms.resize(count);
}

void normalize(std::vector<WeightedTerm>& terms) {
  std::array<double, 4> squares{};
  for (const WeightedTerm& term : terms) {
    for (std::size_t f = 0; f < squares.size(); ++f) {
      squares[f] += double{term.weight[f]} * double{term.weight[f]};
    }
  }
  for (WeightedTerm& term : terms) {
    for (std::size_t f = 0; f < squares.size(); ++f) {
      if (squares[f] > 0) term.weight[f] /= static_cast<float>(std::sqrt(squares[f]));
    }
  }
}

}  // namespace

Vocabulary::Vocabulary() {
  for (const BackgroundWord& each : kBackgroundWords) {
    const std::uint32_t term = id_of(XXH3_64bits(each.word.data(), each.word.size()));
    articles_with_[term] = static_cast<float>(kBackground * each.rate / 10000);
  }
}

double Vocabulary::idf(std::uint32_t term) const {
  const auto found = articles_with_.find(term);
  const double with = found == articles_with_.end() ? 0 : double{found->second};
  return std::log((articles_ + 1) / (with + 0.5));
}

void Vocabulary::halve() {
  for (auto at = articles_with_.begin(); at != articles_with_.end();) {
    at->second /= 2;
    at = at->second < 0.3F ? articles_with_.erase(at) : std::next(at);
  }
  articles_ /= 2;
  since_halving_ = 0;
}

ArticleVector Vocabulary::take(const Fingerprint& fingerprint) {
  if (++since_halving_ > kHalfAfter) halve();
  articles_ += 1;
  ArticleVector out;
  out.terms.reserve(fingerprint.terms.size());
  for (const TermCount& count : fingerprint.terms) {
    WeightedTerm term;
    term.term = id_of(count.term);
    articles_with_[term.term] += 1;
    const double idf = std::max(0.0, this->idf(term.term));
    const double all =
        kTitleCount * count.title + count.lead + count.rest + kNameCount * count.names;
    term.weight = {
        static_cast<float>(damped(all) * idf), static_cast<float>(damped(count.title) * idf),
        static_cast<float>(damped(count.lead) * idf), static_cast<float>(damped(count.rest) * idf)};
    term.is_number = count.is_number;
    out.terms.push_back(term);
  }
  keep_heaviest(out.terms, ArticleVector::kMaxTerms);
  std::sort(out.terms.begin(), out.terms.end(),
            [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
  normalize(out.terms);
  double numbers = 0;
  for (const WeightedTerm& term : out.terms) {
    if (term.is_number) numbers += double{term.weight[whole]} * double{term.weight[whole]};
  }
  out.number_length = static_cast<float>(std::sqrt(numbers));
  out.prints = fingerprint.prints;
  out.seconds = fingerprint.seconds;
  return out;
}

std::vector<WeightedTerm> heaviest(const ArticleVector& vector, std::size_t count) {
  std::vector<WeightedTerm> terms = vector.terms;
  keep_heaviest(terms, count);
  std::sort(terms.begin(), terms.end(), is_heavier);
  return terms;
}

}  // namespace stemma
