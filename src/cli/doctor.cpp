#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/console.h"

namespace stemma::cli {

int run_doctor(const CommandLine& line, const Settings& settings) {
  Console(settings, line.quiet).say("cannot be handled yet");
  return kImpossible;
}

}  // namespace stemma::cli
