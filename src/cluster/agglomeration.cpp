#include "cluster/agglomeration.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>
#include <tuple>

namespace stemma {
namespace {

class Groups {
 public:
  Groups(std::uint32_t articles, std::span<const Link> links, double least)
      : least_(least), size_(articles, 1), into_(articles), sums_(articles) {
    std::iota(into_.begin(), into_.end(), 0U);
    for (const Link& link : links) {
      sums_[link.a][link.b] = link.probability;
      sums_[link.b][link.a] = link.probability;
    }
    for (const Link& link : links) offer(link.a, link.b);
  }

  void join_all() {
    while (!offers_.empty()) {
      const Offer best = offers_.top();
      offers_.pop();
      if (is_current(best)) join(best.a, best.b);
    }
  }

  std::uint32_t group_of(std::uint32_t article) const {
    while (into_[article] != article) article = into_[article];
    return article;
  }

 private:
  // Two groups as they were when they were offered; it lapses when either grows.
  struct Offer {
    double mean;
    std::uint32_t a, b, size_a, size_b;
    bool operator<(const Offer& other) const {
      return std::tuple(mean, other.a, other.b) < std::tuple(other.mean, a, b);
    }
  };

  bool is_current(const Offer& offer) const {
    return into_[offer.a] == offer.a && into_[offer.b] == offer.b &&
           size_[offer.a] == offer.size_a && size_[offer.b] == offer.size_b;
  }

  void offer(std::uint32_t a, std::uint32_t b) {
    if (a > b) std::swap(a, b);
    const double mean = sums_[a].at(b) / (double{1} * size_[a] * size_[b]);
    if (mean >= least_) offers_.push({mean, a, b, size_[a], size_[b]});
  }

  // The larger table takes the smaller one, so a link moves at most log n times.
  void join(std::uint32_t a, std::uint32_t b) {
    if (sums_[a].size() < sums_[b].size()) std::swap(a, b);
    into_[b] = a;
    size_[a] += size_[b];
    sums_[a].erase(b);
    for (const auto& [other, sum] : sums_[b]) {
      if (other == a) continue;
      sums_[a][other] += sum;
      sums_[other].erase(b);
      sums_[other][a] = sums_[a][other];
    }
    sums_[b].clear();
    for (const auto& [other, sum] : sums_[a]) offer(a, other);
  }

  double least_;
  std::vector<std::uint32_t> size_, into_;
  std::vector<std::map<std::uint32_t, double>> sums_;  // of the probabilities between two groups
  std::priority_queue<Offer> offers_;
};

}  // namespace

std::vector<std::uint32_t> agglomerate(std::uint32_t articles, std::span<const Link> links,
                                       double least) {
  Groups groups(articles, links, least);
  groups.join_all();
  std::vector<std::uint32_t> first(articles, articles), out(articles);
  for (std::uint32_t i = 0; i < articles; ++i) {
    std::uint32_t& own = first[groups.group_of(i)];
    own = std::min(own, i);
    out[i] = own;
  }
  return out;
}

}  // namespace stemma
