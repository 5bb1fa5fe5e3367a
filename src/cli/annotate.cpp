#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "report/article_json.h"

namespace stemma::cli {

int run_annotate(const CommandLine& line, const Settings& settings) {
  Console console(settings, line.quiet);
  const auto layers = layers_named(line.layers);
  if (!layers) {
    console.say(layers.error().message);
    return kUsage;
  }
  auto output = Output::open(line.output);
  if (!output) {
    console.say(output.error().message);
    return kImpossible;
  }
  return run_stream(line, settings, layers->needed, *output, [&](AnnotatedArticle&& annotated) {
    return output->line(annotated_json(annotated, *layers));
  });
}

}  // namespace stemma::cli
