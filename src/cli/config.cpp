#include <fmt/format.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/console.h"

namespace stemma::cli {

int run_config(const CommandLine&, const Settings& settings) {
  for (const Setting& setting : all_settings()) {
    const Settings::Value& value = settings.value(setting.name);
    const std::string shown =
        fmt::format("{} = {}", setting.name,
                    setting.is_number ? value.text : fmt::format("\"{}\"", value.text));
    fmt::print("{:<32} # {}\n", shown, value.origin);
  }
  if (settings.config_file().empty()) {
    fmt::print("# no configuration file; one would be read from {}\n", default_config_file());
  }
  return kDone;
}

}  // namespace stemma::cli
