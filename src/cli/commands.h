#pragma once

#include "cli/command_line.h"
#include "cli/settings.h"

namespace stemma::cli {

/// Each runs one command and returns the exit status. One file a command.
int run_annotate(const CommandLine& line, const Settings& settings);
int run_cluster(const CommandLine& line, const Settings& settings);
int run_collate(const CommandLine& line, const Settings& settings);
int run_completion(const CommandLine& line, const Settings& settings);
int run_config(const CommandLine& line, const Settings& settings);
int run_doctor(const CommandLine& line, const Settings& settings);
int run_extract(const CommandLine& line, const Settings& settings);
int run_fetch(const CommandLine& line, const Settings& settings);
int run_man(const CommandLine& line, const Settings& settings);
int run_model(const CommandLine& line, const Settings& settings);
int run_reuse(const CommandLine& line, const Settings& settings);

}  // namespace stemma::cli
