#include "cli/commands.h"
#include "cli/console.h"
#include "report/article_json.h"

namespace stemma::cli {

int run_extract(const CommandLine& line, const Settings& settings) {
  auto output = Output::open(line.output);
  if (!output) {
    Console(settings, line.quiet).say(output.error().message);
    return kImpossible;
  }
  return run_stream(line, settings, 0, *output, [&](AnnotatedArticle&& annotated) {
    return output->line(article_json(annotated.article));
  });
}

}  // namespace stemma::cli
