#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "nn/kernels.h"

namespace stemma::cli {
namespace {

struct Entry {
  const char* name;
  int (*run)(const CommandLine&, const Settings&);
};
constexpr Entry kCommands[] = {
    {"annotate", run_annotate},     {"cluster", run_cluster}, {"collate", run_collate},
    {"completion", run_completion}, {"config", run_config},   {"doctor", run_doctor},
    {"extract", run_extract},       {"fetch", run_fetch},     {"man", run_man},
    {"model", run_model},           {"reuse", run_reuse}};

int run(int argc, char** argv) {
  const Parsed parsed = parse_command_line(argc, argv);
  if (!parsed.line) {
    std::fputs(parsed.text.c_str(), parsed.status == kDone ? stdout : stderr);
    return parsed.status;
  }
  const CommandLine& line = *parsed.line;
  if (line.command.empty()) {
    std::fputs(examples().c_str(), stdout);
    return kDone;
  }
  const auto settings = Settings::read(line.settings);
  if (!settings) {
    fmt::print(stderr, "stemma: {}\n", settings.error().message);
    return kUsage;
  }
  if (const std::string& kernels = (*settings)["kernels"]; kernels != "auto") {
    if (const auto used = nn::use_kernels(kernels); !used) {
      fmt::print(stderr, "stemma: {}\n", used.error().message);
      return kUsage;
    }
  }
  for (const Entry& command : kCommands) {
    if (line.command == command.name) return command.run(line, *settings);
  }
  return kUsage;
}

}  // namespace
}  // namespace stemma::cli

int main(int argc, char** argv) {
  try {
    return stemma::cli::run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("stemma: out of memory\n", stderr);
  } catch (const std::exception& error) {
    fmt::print(stderr, "stemma: {}\n", error.what());
  }
  return stemma::cli::kImpossible;
}
