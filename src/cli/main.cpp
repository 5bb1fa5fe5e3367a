#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <new>
#include <system_error>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/console.h"

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
    say(settings.error().message);
    return kUsage;
  }
  for (const Entry& command : kCommands) {
    if (line.command == command.name) return command.run(line, *settings);
  }
  return kUsage;
}

// A file opened in the place of a closed standard stream would get what is meant for the stream.
// What stands there now fails as the closed one would.
void fill_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
    (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

// What a command left in the buffer may meet a full disk only now.
int flushed(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  if (status != kImpossible) {
    say(fmt::format("standard output: {}", std::generic_category().message(errno)));
  }
  return kImpossible;
}

int guarded_run(int argc, char** argv) {
  try {
    return flushed(run(argc, argv));
  } catch (const std::bad_alloc&) {
    (void)std::fputs("stemma: out of memory\n", stderr);
  } catch (const std::exception& error) {
    say(error.what());
  }
  return kImpossible;
}

}  // namespace
}  // namespace stemma::cli

int main(int argc, char** argv) {
  stemma::cli::fill_closed_streams();
  return stemma::cli::guarded_run(argc, argv);
}
