#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/command_line.h"
#include "cli/output.h"
#include "cli/settings.h"
#include "pipeline/article_stream.h"

namespace stemma::cli {

/// Exit statuses of the contract.
enum Status : int {
  kDone = 0,        ///< all inputs read
  kRefused = 1,     ///< some input was refused
  kUsage = 2,       ///< the command line was wrong
  kImpossible = 3,  ///< no work was possible
  kFound = 4,       ///< a collation has what --fail-on names
};

/// One line on standard error, "stemma: " before it. What could steer a terminal is made harmless,
/// since messages name outside input.
void say(std::string_view message);

/// Standard error: messages, and a line of progress while work is long. Progress is off when
/// standard error is no terminal, unless the user asks for it.
class Console {
 public:
  Console(const Settings& settings, bool quiet);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void say(std::string_view message);
  Observer observer();  ///< says refusals and warnings, shows progress

 private:
  void show_progress();
  void clear_progress();

  enum class Progress : std::uint8_t { off, line, json };
  Progress progress_ = Progress::off;
  bool quiet_ = false;
  bool shown_ = false;
  std::uint64_t articles_ = 0, refused_ = 0;
  std::chrono::steady_clock::time_point started_, last_shown_;
};

/// Whether standard output is a terminal, and how many columns it has (80 when it does not say).
bool output_is_terminal();
unsigned terminal_columns();

/// The language model that the settings name, loaded when it is first needed, for the kernels that
/// they name.
ModelOnDemand chosen_model(const Settings& settings);
Result<std::shared_ptr<const LanguageModel>> load_chosen_model(const Settings& settings);

/// Streams all inputs through `take` and ends the output: the frame of every command that reads
/// articles. Says what is wrong and returns the exit status.
int run_stream(
    const CommandLine& line, const Settings& settings, std::uint32_t layers, Output& output,
    const std::function<Result<void>(AnnotatedArticle&&)>& take,
    const std::function<Result<void>()>& at_end = [] { return Result<void>{}; });

}  // namespace stemma::cli
