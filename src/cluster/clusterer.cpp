#include "cluster/clusterer.h"

#include <deque>
#include <unordered_map>

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
  ArticleVector vector = state.vocabulary.take(fingerprint);
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
  Clusterer clusterer;
  std::vector<std::string> stories;
  for (std::size_t i = 0; i < article_ids.size(); ++i) {
    stories.push_back(clusterer.add(article_ids[i], fingerprints[i]));
  }
  return stories;
}

}  // namespace stemma
