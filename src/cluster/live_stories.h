#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cluster/likeness.h"
#include "cluster/live_articles.h"

namespace stemma {

using StoryNumber = std::uint32_t;

/// The story that an article fits best, before anybody decides.
struct Fit {
  StoryNumber story = 0;
  Arrival nearest = 0;
  JoinEvidence evidence;
};

/// Live articles in their stories. Finds the story that an article fits best; the caller decides
/// whether it joins. Of a large story only the first and the latest members are compared.
class LiveStories {
 public:
  static constexpr std::size_t kFirstMembers = 4, kLatestMembers = 8;

  std::optional<Fit> best_fit(const ArticleVector& vector);
  /// Adds the article to the story, or to a new one.
  StoryNumber add(ArticleVector vector, std::optional<StoryNumber> story);
  const LiveArticles& articles() const { return articles_; }
  bool is_live(StoryNumber story) const { return stories_.contains(story); }
  std::size_t size() const { return stories_.size(); }

 private:
  struct Story {
    std::vector<Arrival> members;  // those compared, in order of arrival
    std::uint32_t size = 0;        // all that ever joined
    double length2 = 0;            // of the sum of the members' vectors
  };
  struct Candidate {
    StoryNumber story;
    Arrival nearest;
    double best, rank, mean, centroid, days;
  };
  Candidate compare(const ArticleVector& vector, StoryNumber number);
  void forget_retired();
  void drop_members(Story& story);
  double length2(const Story& story) const;

  LiveArticles articles_;
  std::unordered_map<StoryNumber, Story> stories_;
  std::vector<StoryNumber> story_of_;  // by arrival - first_known_
  Arrival first_known_ = 0;
  StoryNumber next_story_ = 0;
};

}  // namespace stemma
