#include "cluster/live_articles.h"

#include <algorithm>

namespace stemma {

std::vector<Arrival> LiveArticles::candidates(const ArticleVector& vector, std::size_t most) {
  scores_.resize(live_.size());
  std::vector<Arrival> found;
  for (const WeightedTerm& term : heaviest(vector, kSearchedTerms)) {
    const auto list = postings_.find(term.term);
    if (list == postings_.end()) continue;
    const std::vector<Posting>& postings = list->second;
    const std::size_t begin = postings.size() > kMaxPostings ? postings.size() - kMaxPostings : 0;
    for (std::size_t i = begin; i < postings.size(); ++i) {
      if (postings[i].arrival < first_) continue;
      float& score = scores_[postings[i].arrival - first_];
      if (score == 0) found.push_back(postings[i].arrival);
      score += postings[i].weight * term.weight;
    }
  }
  const auto is_better = [&](Arrival a, Arrival b) {
    const float x = scores_[a - first_], y = scores_[b - first_];
    return x != y ? x > y : a > b;
  };
  const auto kept = static_cast<std::ptrdiff_t>(std::min(found.size(), most));
  std::partial_sort(found.begin(), found.begin() + kept, found.end(), is_better);
  for (const Arrival arrival : found) scores_[arrival - first_] = 0;
  found.resize(static_cast<std::size_t>(kept));
  return found;
}

Arrival LiveArticles::add(ArticleVector vector) {
  tick(vector);
  const auto arrival = static_cast<Arrival>(first_ + live_.size());
  for (const WeightedTerm& term : heaviest(vector, kIndexedTerms)) {
    std::vector<Posting>& postings = postings_[term.term];
    if (postings.size() == 2 * kMaxPostings) {
      postings.erase(postings.begin(), postings.begin() + kMaxPostings);
    }
    postings.push_back({arrival, term.weight});
  }
  live_.push_back({std::move(vector), clock_});
  retire();
  if (++since_sweep_ >= kSweepAfter) sweep();
  return arrival;
}

void LiveArticles::tick(const ArticleVector& vector) {
  if (!vector.seconds) return;
  latest_times_.push_back(*vector.seconds);
  if (latest_times_.size() > kClockArticles) latest_times_.pop_front();
  std::vector<std::int64_t> times(latest_times_.begin(), latest_times_.end());
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  clock_ = *middle;
}

void LiveArticles::retire() {
  while (live_.size() > kMaxArticles || live_.front().clock + kWindow < clock_) {
    live_.pop_front();
    ++first_;
  }
}

void LiveArticles::sweep() {
  for (auto list = postings_.begin(); list != postings_.end();) {
    std::erase_if(list->second, [&](const Posting& posting) { return posting.arrival < first_; });
    list = list->second.empty() ? postings_.erase(list) : std::next(list);
  }
  since_sweep_ = 0;
}

}  // namespace stemma
