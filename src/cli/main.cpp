#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "fingerprint/fingerprint.h"
#include "cluster/clusterer.h"
#include "fingerprint/reuse.h"
#include "pipeline/article_stream.h"
#include "pipeline/story.h"
#include "report/article_json.h"
#include "report/collation_json.h"

int main(int argc, char** argv) {
  using namespace stemma;
  if (argc < 3) return 2;
  const std::string command = argv[1];
  StreamOptions options;
  std::string model_name = "md";
  std::uint32_t layers = Annotations::all_layers;
  for (int i = 2; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--threads" || word == "--format") { ++i; continue; }
    if (word == "--model") { model_name = argv[++i]; continue; }
    if (word == "--layers") { ++i; if (std::string(argv[i]) == "model") layers = Annotations::model; continue; }
    options.inputs.push_back(word);
  }
  const char* dir = std::getenv("STEMMA_MODELS");
  ModelOnDemand model([&] { return LanguageModel::load(std::string(dir != nullptr ? dir : "models") + "/" + model_name + ".stemma"); });
  Observer observer;
  observer.refused = [](const Error& e) { std::fprintf(stderr, "stemma: %s\n", e.message.c_str()); };
  observer.warned = [](const std::string& e) { std::fprintf(stderr, "stemma: %s\n", e.c_str()); };
  if (command == "annotate" || command == "collate") options.layers = layers;
  std::vector<AnnotatedArticle> all;
  Clusterer clusterer;
  const auto done = stream_articles(options, model, observer, [&](AnnotatedArticle&& a) -> Result<void> {
    if (command == "extract") std::puts(article_json(a.article).c_str());
    else if (command == "annotate") std::puts(annotated_json(a, layers).c_str());
    else if (command == "cluster") std::printf("{\"id\":\"%s\",\"story\":\"%s\"}\n", a.article.id.c_str(), clusterer.add(a.article.id, fingerprint(a.article)).c_str());
    else all.push_back(std::move(a));
    return {};
  });
  if (!done) { std::fprintf(stderr, "stemma: %s\n", done.error().message.c_str()); return 3; }
  if (command == "collate") {
    const CollatedStory story = collate_story(std::move(all));
    std::fputs(collation_json(story.articles, story.collation).c_str(), stdout);
  }
  return *done != 0 ? 1 : 0;
}
