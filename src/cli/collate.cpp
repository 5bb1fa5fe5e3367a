#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "pipeline/story.h"
#include "report/formats.h"

namespace stemma::cli {
namespace {

struct Watch {
  bool conflict = false, single_origin = false, disputed = false;
};

Result<Watch> watch_named(const std::string& list) {
  Watch watch;
  for (const std::string_view part : split(list, ',')) {
    const std::string_view name = trim(part);
    if (name == "conflict") {
      watch.conflict = true;
    } else if (name == "single-origin") {
      watch.single_origin = true;
    } else if (name == "disputed") {
      watch.disputed = true;
    } else if (!name.empty()) {
      return failure(
          Fault::malformed,
          fmt::format("--fail-on: '{}' is none of conflict, single-origin, disputed", name));
    }
  }
  return watch;
}

bool has_what_is_watched(const Collation& collation, const Watch& watch) {
  const auto has_status = [&](CollatedClaim::Status status) {
    return std::any_of(collation.claims.begin(), collation.claims.end(),
                       [&](const CollatedClaim& claim) { return claim.status == status; });
  };
  const bool conflict = std::any_of(
      collation.variants.begin(), collation.variants.end(),
      [](const Variant& variant) { return variant.relation == Variant::Relation::conflict; });
  return (watch.conflict && conflict) ||
         (watch.single_origin && has_status(CollatedClaim::Status::single_origin)) ||
         (watch.disputed && has_status(CollatedClaim::Status::disputed));
}

RenderOptions render_options(const CommandLine& line, const Settings& settings) {
  RenderOptions options;
  const bool to_terminal = line.output.empty() && output_is_terminal();
  options.columns = settings.number("width") != 0 ? settings.number("width") : terminal_columns();
  const char* no_color = std::getenv("NO_COLOR");
  const bool plain = no_color != nullptr && *no_color != '\0';
  options.color =
      settings["color"] == "always" || (settings["color"] == "auto" && to_terminal && !plain);
  return options;
}

}  // namespace

int run_collate(const CommandLine& line, const Settings& settings) {
  Console console(settings, line.quiet);
  const auto watch = watch_named(settings["fail_on"]);
  if (!watch) {
    console.say(watch.error().message);
    return kUsage;
  }
  std::string name = settings["format"];
  if (name == "auto") name = line.output.empty() && output_is_terminal() ? "text" : "json";
  const auto format = format_named(name);
  auto output = Output::open(line.output);
  if (!output || !format) {
    console.say(output ? fmt::format("there is no format '{}'", name) : output.error().message);
    return kImpossible;
  }
  std::vector<AnnotatedArticle> articles;
  bool found = false;
  const auto take = [&](AnnotatedArticle&& annotated) -> Result<void> {
    articles.push_back(std::move(annotated));
    return {};
  };
  const auto print = [&]() -> Result<void> {
    if (articles.empty())
      return failure(Fault::empty, "no article could be read, nothing to collate");
    const CollatedStory story = collate_story(std::move(articles));
    found = has_what_is_watched(story.collation, *watch);
    return output->write(
        render(*format, story.articles, story.collation, render_options(line, settings)));
  };
  const int status = run_stream(line, settings, Annotations::all_layers, *output, take, print);
  return found && (status == kDone || status == kRefused) ? static_cast<int>(kFound) : status;
}

}  // namespace stemma::cli
