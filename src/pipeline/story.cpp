#include "pipeline/story.h"

#include "collate/collate.h"
#include "fingerprint/reuse.h"

namespace stemma {

CollatedStory collate_story(std::vector<AnnotatedArticle> articles) {
  std::vector<const Article*> plain;
  plain.reserve(articles.size());
  for (const AnnotatedArticle& each : articles) plain.push_back(&each.article);
  CollatedStory story;
  story.collation = collate(articles, find_shared_passages(plain));
  story.articles = std::move(articles);
  return story;
}

}  // namespace stemma
