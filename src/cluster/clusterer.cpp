#include "cluster/clusterer.h"

#include <deque>
#include <unordered_map>

#include "cluster/agglomeration.h"
#include "cluster/live_stories.h"

namespace stemma {

struct Clusterer::State {
  Vocabulary vocabulary;
  LiveStories stories;
  std::unordered_map<StoryNumber, std::string> ids;  // of live stories
  std::deque<std::string> articles;                  // ids of live articles
  Arrival first = 0;                                 // number of the first of `articles`

  void forget_retired();
};

namespace {

// Names of stories that are over go when the table has grown so much since it was last cleaned.
constexpr std::size_t kSlack = 10000;

// Two groups are one story when their pairs are, at this mean probability. Fitted on the
// development sets (tools/cluster_train).
constexpr double kLeastMean = 0.25;
constexpr std::size_t kBatchCandidates = 40;

}  // namespace

void Clusterer::State::forget_retired() {
  for (; first < stories.articles().first(); ++first) articles.pop_front();
  if (ids.size() < stories.size() + kSlack) return;
  std::erase_if(ids, [&](const auto& each) { return !stories.is_live(each.first); });
}

Clusterer::Clusterer() : state_(std::make_unique<State>()) {}
Clusterer::~Clusterer() = default;
Clusterer::Clusterer(Clusterer&&) noexcept = default;
Clusterer& Clusterer::operator=(Clusterer&&) noexcept = default;

Placement Clusterer::place(const std::string& article_id, const Fingerprint& fingerprint) {
  State& state = *state_;
  state.vocabulary.count(fingerprint);
  ArticleVector vector = state.vocabulary.weigh(fingerprint);
  const std::optional<Fit> fit = state.stories.best_fit(vector);
  Placement out;
  std::optional<StoryNumber> joined;
  if (fit) {
    out.score = join_score(fit->evidence);
    out.nearest = state.articles[fit->nearest - state.first];
    if (out.score > 0) joined = fit->story;
  }
  const StoryNumber number = state.stories.add(std::move(vector), joined);
  out.founded = !joined;
  if (out.founded) state.ids[number] = "s-" + article_id;
  out.story = state.ids.at(number);
  state.articles.push_back(article_id);
  state.forget_retired();
  return out;
}

std::string Clusterer::add(const std::string& article_id, const Fingerprint& fingerprint) {
  return place(article_id, fingerprint).story;
}

std::vector<std::string> cluster_batch(std::span<const std::string> article_ids,
                                       std::span<const Fingerprint> fingerprints) {
  // All articles count before any is weighed.
  Vocabulary vocabulary;
  for (const Fingerprint& each : fingerprints) vocabulary.count(each);
  LiveArticles live;
  std::vector<Link> links;
  for (const Fingerprint& each : fingerprints) {
    ArticleVector vector = vocabulary.weigh(each);
    std::vector<Link> own;
    for (const Arrival other : live.candidates(vector, kBatchCandidates)) {
      const double score = pair_score(likeness(vector, live[other]));
      own.push_back({other, 0, probability(score)});
    }
    const Arrival arrival = live.add(std::move(vector));
    for (const Link& link : own) links.push_back({link.a, arrival, link.probability});
  }
  std::vector<std::string> stories;
  const auto count = static_cast<std::uint32_t>(article_ids.size());
  for (const std::uint32_t first : agglomerate(count, links, kLeastMean)) {
    stories.push_back("s-" + article_ids[first]);
  }
  return stories;
}

}  // namespace stemma
