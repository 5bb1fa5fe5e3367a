#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/console.h"

namespace stemma::cli {

int run_model(const CommandLine& line, const Settings& settings) {
  Console(settings, line.quiet).say("models cannot be handled yet");
  return kImpossible;
}

}  // namespace stemma::cli
