#include "fingerprint/reuse.h"

#include "cli/commands.h"
#include "cli/console.h"
#include "report/lines_json.h"

namespace stemma::cli {

int run_reuse(const CommandLine& line, const Settings& settings) {
  auto output = Output::open(line.output);
  if (!output) {
    Console(settings, line.quiet).say(output.error().message);
    return kImpossible;
  }
  std::vector<Article> articles;
  const auto take = [&](AnnotatedArticle&& annotated) -> Result<void> {
    articles.push_back(std::move(annotated.article));
    return {};
  };
  const auto print = [&]() -> Result<void> {
    std::vector<const Article*> all;
    for (const Article& article : articles) all.push_back(&article);
    for (const SharedPassage& passage : find_shared_passages(all)) {
      const std::string json =
          shared_passage_json(passage, articles[passage.a], articles[passage.b]);
      if (auto done = output->line(json); !done) return done;
    }
    return {};
  };
  return run_stream(line, settings, 0, *output, take, print);
}

}  // namespace stemma::cli
