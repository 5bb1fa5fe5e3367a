#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace stemma::cli {

/// One value that a configuration file, the environment or a flag can set. The table of all of them
/// makes the flags, `stemma config`, the man page and the completions.
struct Setting {
  std::string_view name;      ///< key in the file; the flag is `--name` with '-' for '_'
  std::string_view fallback;  ///< value when nothing sets it
  std::string_view help;
  std::vector<std::string_view> choices;  ///< allowed values; empty: checked by `is_number` alone
  bool is_number = false;                 ///< a whole number from 0 to 4096

  std::string flag() const;      ///< "--fail-on"
  std::string variable() const;  ///< "STEMMA_FAIL_ON"
};

const std::vector<Setting>& all_settings();

/// The values in force, each with where it came from: the built-in default, then the configuration
/// file, then the environment, then the command line.
class Settings {
 public:
  struct Value {
    std::string text;
    std::string origin;  ///< "default", "config.toml:3", "environment STEMMA_MODEL", "flag --model"
  };
  struct Sources {
    std::optional<std::string> config_file;  ///< named by the user: must be there
    bool without_config = false;
    std::map<std::string, std::string> flags;  ///< by setting name
  };

  /// The error's message names the file and line, the variable or the flag at fault.
  static Result<Settings> read(const Sources& sources);

  const std::string& operator[](std::string_view name) const;
  unsigned number(std::string_view name) const;
  const Value& value(std::string_view name) const;
  /// The configuration file that was read; empty when there is none.
  const std::string& config_file() const { return config_file_; }

 private:
  Result<void> set(std::string_view name, std::string text, std::string origin);
  Result<void> read_file(const std::string& path);

  std::map<std::string, Value, std::less<>> values_;
  std::string config_file_;
};

/// $XDG_CONFIG_HOME/stemma/config.toml, or the same under ~/.config; empty without either variable.
std::string default_config_file();

}  // namespace stemma::cli
