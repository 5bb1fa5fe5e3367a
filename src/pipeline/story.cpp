#include "pipeline/story.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "collate/collate.h"
#include "fingerprint/reuse.h"
#include "model/published.h"

namespace stemma {
namespace {

// The undated stand last; equal times are told apart by what was read, never by its place in line.
auto place_of(const Article& article) {
  const auto time = article.published ? published_time(*article.published) : std::nullopt;
  const auto seconds = time ? time->seconds : std::numeric_limits<std::int64_t>::max();
  return std::tuple(seconds, std::string_view(article.id));
}

}  // namespace

CollatedStory collate_story(std::vector<AnnotatedArticle> articles) {
  std::sort(articles.begin(), articles.end(),
            [](const auto& a, const auto& b) { return place_of(a.article) < place_of(b.article); });
  std::vector<const Article*> plain;
  plain.reserve(articles.size());
  for (const AnnotatedArticle& each : articles) plain.push_back(&each.article);
  CollatedStory story;
  story.collation = collate(articles, find_shared_passages(plain));
  story.articles = std::move(articles);
  return story;
}

}  // namespace stemma
