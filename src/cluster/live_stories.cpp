#include "cluster/live_stories.h"

#include <algorithm>
#include <cmath>

namespace stemma {
namespace {

// How a story is ranked among the candidates: its most alike member and all of them.
constexpr double kBestShare = 0.3;

}  // namespace

LiveStories::Candidate LiveStories::compare(const ArticleVector& vector, StoryNumber number) {
  const Story& story = stories_.at(number);
  Candidate out{number, story.members.front(), -1e9, 0, 0, 0, 1e9};
  double mean_probability = 0, dots = 0;
  for (const Arrival member : story.members) {
    const Likeness alike = likeness(vector, articles_[member]);
    const double score = pair_score(alike);
    if (score > out.best) {
      out.best = score;
      out.nearest = member;
    }
    out.mean += score;
    mean_probability += probability(score);
    dots += alike.value[Likeness::cosine];
    out.days = std::min(out.days, alike.value[Likeness::days]);
  }
  const auto members = static_cast<double>(story.members.size());
  out.mean /= members;
  out.rank = kBestShare * probability(out.best) + (1 - kBestShare) * mean_probability / members;
  out.centroid = story.length2 > 0 ? dots / std::sqrt(story.length2) : 0;
  return out;
}

std::optional<Fit> LiveStories::best_fit(const ArticleVector& vector) {
  std::vector<StoryNumber> numbers;
  for (const Arrival arrival : articles_.candidates(vector)) {
    numbers.push_back(story_of_[arrival - first_known_]);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  if (numbers.empty()) return {};
  std::vector<Candidate> candidates;
  for (const StoryNumber number : numbers) candidates.push_back(compare(vector, number));
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.rank > b.rank; });
  const Candidate& first = candidates.front();
  Fit fit;
  fit.story = first.story;
  fit.nearest = first.nearest;
  fit.evidence.dated = vector.seconds.has_value();
  fit.evidence.value = {first.best,
                        first.mean,
                        first.centroid,
                        std::log(static_cast<double>(stories_.at(first.story).size)),
                        first.rank - (candidates.size() > 1 ? candidates[1].rank : 0),
                        first.days};
  return fit;
}

double LiveStories::length2(const Story& story) const {
  double sum = 0;
  for (std::size_t i = 0; i < story.members.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      const double dot = cosine_of(articles_[story.members[i]], articles_[story.members[j]]);
      sum += i == j ? dot : 2 * dot;
    }
  }
  return sum;
}

void LiveStories::drop_members(Story& story) {
  std::erase_if(story.members, [&](Arrival member) { return !articles_.is_live(member); });
  if (story.members.size() > kFirstMembers + kLatestMembers) {
    story.members.erase(story.members.begin() + kFirstMembers);
  }
}

// What no longer lives leaves its story; a story without members is over.
void LiveStories::forget_retired() {
  std::size_t gone = articles_.first() - first_known_;
  for (std::size_t i = 0; i < gone; ++i) {
    const auto story = stories_.find(story_of_[i]);
    if (story == stories_.end()) continue;
    const std::size_t before = story->second.members.size();
    drop_members(story->second);
    if (story->second.members.empty()) {
      stories_.erase(story);
    } else if (story->second.members.size() != before) {
      story->second.length2 = length2(story->second);
    }
  }
  story_of_.erase(story_of_.begin(), story_of_.begin() + static_cast<std::ptrdiff_t>(gone));
  first_known_ = articles_.first();
}

StoryNumber LiveStories::add(ArticleVector vector, std::optional<StoryNumber> joined) {
  const StoryNumber number = joined ? *joined : next_story_++;
  const Arrival arrival = articles_.add(std::move(vector));
  story_of_.push_back(number);
  Story& story = stories_[number];
  story.members.push_back(arrival);
  ++story.size;
  drop_members(story);
  story.length2 = length2(story);
  if (articles_.first() > first_known_) forget_retired();
  return number;
}

}  // namespace stemma
