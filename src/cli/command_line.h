#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/settings.h"

namespace stemma::cli {

/// What the user asked for, before settings are looked up.
struct CommandLine {
  std::string command;              ///< "collate", "model"; empty: the program alone
  std::vector<std::string> inputs;  ///< or the arguments of `model` and `completion`
  Settings::Sources settings;
  std::string output;  ///< `-o FILE`; empty: standard output
  std::string layers;  ///< `annotate --layers`
  bool batch = false;  ///< `cluster --batch`, `extract --batch`
  std::string action;  ///< `model add|list|check`
  std::string into;    ///< `model add --into`
  bool quiet = false;

  /// `fetch`
  struct Fetch {
    bool as_lines = false;       ///< `--jsonl`
    bool allow_private = false;  ///< `--allow-private`
    std::string state;           ///< `--state FILE`
    std::string user_agent;      ///< `--user-agent TEXT`
    double delay_seconds = 1;    ///< `--delay SECONDS`
    std::uint64_t pages = 1000;  ///< `--limit N`
  } fetch;
};

/// A command line that was understood, or the text to print instead and the status to end with.
struct Parsed {
  std::optional<CommandLine> line;
  std::string text;
  int status = 0;  ///< 0: text is for standard output (help, version); 2: for standard error
};

Parsed parse_command_line(int argc, const char* const* argv);

/// One command as its help, the man page and the completions show it.
struct CommandManual {
  struct Option {
    std::string names;  ///< "-o,--output"
    std::string value;  ///< "FILE"; empty for a switch
    std::string help;
    std::vector<std::string> choices;
  };
  std::string name, help, footer;
  std::vector<Option> options;
};

/// All commands, the program itself first with an empty name; from the same definitions that parse.
std::vector<CommandManual> manual();

/// The five worked examples that the program prints when it is run alone.
std::string examples();

}  // namespace stemma::cli
