#include "cluster/clusterer.h"

#include "cli/commands.h"
#include "cli/console.h"
#include "fingerprint/fingerprint.h"
#include "report/lines_json.h"

namespace stemma::cli {
namespace {

int run_online(const CommandLine& line, const Settings& settings, Output& output) {
  Clusterer clusterer;
  return run_stream(line, settings, 0, output, [&](AnnotatedArticle&& annotated) {
    const Article& article = annotated.article;
    return output.line(
        story_line_json(article.id, clusterer.add(article.id, fingerprint(article))));
  });
}

int run_batch(const CommandLine& line, const Settings& settings, Output& output) {
  std::vector<std::string> ids;
  std::vector<Fingerprint> fingerprints;
  const auto take = [&](AnnotatedArticle&& annotated) -> Result<void> {
    ids.push_back(annotated.article.id);
    fingerprints.push_back(fingerprint(annotated.article));
    return {};
  };
  const auto print = [&]() -> Result<void> {
    const std::vector<std::string> stories = cluster_batch(ids, fingerprints);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (auto done = output.line(story_line_json(ids[i], stories[i])); !done) return done;
    }
    return {};
  };
  return run_stream(line, settings, 0, output, take, print);
}

}  // namespace

int run_cluster(const CommandLine& line, const Settings& settings) {
  auto output = Output::open(line.output);
  if (!output) {
    Console(settings, line.quiet).say(output.error().message);
    return kImpossible;
  }
  return line.batch ? run_batch(line, settings, *output) : run_online(line, settings, *output);
}

}  // namespace stemma::cli
