#include "cli/settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <toml++/toml.h>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "base/files.h"
#include "report/formats.h"

namespace stemma::cli {
namespace {

constexpr std::uint64_t kMaxConfigBytes = std::uint64_t{1} << 20;
constexpr unsigned kMaxNumber = 4096;

std::string environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value != nullptr ? value : "";
}

std::optional<unsigned> to_number(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number > kMaxNumber) {
    return std::nullopt;
  }
  return number;
}

// Of ASCII letters, as the names of choices are.
bool are_equal_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

const Setting* setting_named(std::string_view name) {
  for (const Setting& setting : all_settings()) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

// A TOML scalar as the text that a flag would have; an array of texts becomes a comma list.
std::optional<std::string> text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* array = node.as_array()) {
    std::vector<std::string> parts;
    for (const toml::node& each : *array) {
      if (!each.is_string()) return std::nullopt;
      parts.push_back(each.as_string()->get());
    }
    return fmt::format("{}", fmt::join(parts, ","));
  }
  return std::nullopt;
}

std::vector<std::string_view> format_choices() {
  std::vector<std::string_view> choices = {"auto"};
  for (const FormatName& each : format_names()) choices.push_back(each.name);
  return choices;
}

}  // namespace

std::string Setting::flag() const {
  std::string flag = "--" + std::string(name);
  std::replace(flag.begin(), flag.end(), '_', '-');
  return flag;
}

std::string Setting::variable() const {
  std::string variable = "STEMMA_";
  for (const char c : name) variable += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return variable;
}

const std::vector<Setting>& all_settings() {
  static const std::vector<Setting> settings = {
      {"threads", "0", "threads to work with; 0 uses all processors", {}, true},
      {"model",
       "md",
       "language model of commands that annotate: sm, md, any other that was added, or the path of "
       "a model file",
       {},
       false},
      {"models", "", "folder of the converted models; the usual places when empty", {}, false},
      {"kernels",
       "auto",
       "instruction set of the language model; auto takes the best of this machine",
       {"auto", "AVX-512", "AVX2", "NEON", "baseline"},
       false},
      {"color", "auto", "colour on the terminal", {"auto", "always", "never"}, false},
      {"progress",
       "auto",
       "progress of long work on standard error",
       {"auto", "always", "never", "json"},
       false},
      {"width", "0", "columns of terminal output; 0 asks the terminal", {}, true},
      {"format", "auto", "form of a collation; auto is text on a terminal and json elsewhere",
       format_choices(), false},
      {"fail_on",
       "",
       "end with status 4 when a collation has one of these: conflict,single-origin,disputed",
       {},
       false},
  };
  return settings;
}

std::string default_config_file() {
  const std::string config = environment("XDG_CONFIG_HOME"), home = environment("HOME");
  if (!config.empty()) return config + "/stemma/config.toml";
  if (!home.empty()) return home + "/.config/stemma/config.toml";
  return "";
}

Result<void> Settings::set(std::string_view name, std::string text, std::string origin) {
  const Setting* setting = setting_named(name);
  if (setting == nullptr) {
    std::vector<std::string_view> names;
    for (const Setting& each : all_settings()) names.push_back(each.name);
    return failure(Fault::malformed, fmt::format("{}: there is no setting '{}' (there are: {})",
                                                 origin, name, fmt::join(names, ", ")));
  }
  if (setting->is_number && !to_number(text)) {
    return failure(Fault::malformed, fmt::format("{}: '{}' is not a whole number from 0 to {}",
                                                 origin, text, kMaxNumber));
  }
  const auto& choices = setting->choices;
  if (!choices.empty()) {
    const auto chosen = std::find_if(choices.begin(), choices.end(), [&](std::string_view choice) {
      return are_equal_but_for_case(choice, text);
    });
    if (chosen == choices.end()) {
      return failure(Fault::malformed,
                     fmt::format("{}: '{}' is none of {}", origin, text, fmt::join(choices, ", ")));
    }
    text = *chosen;
  }
  values_[std::string(name)] = {std::move(text), std::move(origin)};
  return {};
}

Result<void> Settings::read_file(const std::string& path) {
  auto bytes = stemma::read_file(path, kMaxConfigBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  try {
    const toml::table table = toml::parse(*bytes, path);
    for (const auto& [key, node] : table) {
      const std::string origin = fmt::format("{}:{}", path, node.source().begin.line);
      const auto text = text_of(node);
      if (!text) {
        return failure(Fault::malformed, fmt::format("{}: '{}' is no text, number or list of texts",
                                                     origin, std::string_view(key)));
      }
      if (auto done = set(std::string_view(key), *text, origin); !done) return done;
    }
  } catch (const toml::parse_error& error) {
    return failure(Fault::malformed,
                   fmt::format("{}:{}: {}", path, error.source().begin.line, error.description()));
  }
  config_file_ = path;
  return {};
}

Result<Settings> Settings::read(const Sources& sources) {
  Settings settings;
  for (const Setting& each : all_settings()) {
    settings.values_[std::string(each.name)] = {std::string(each.fallback), "default"};
  }
  if (!sources.without_config) {
    const std::string path = sources.config_file.value_or(default_config_file());
    std::error_code code;
    if (sources.config_file || (!path.empty() && std::filesystem::exists(path, code))) {
      if (auto done = settings.read_file(path); !done) return tl::unexpected(done.error());
    }
  }
  for (const Setting& each : all_settings()) {
    const std::string text = environment(each.variable());
    if (text.empty()) continue;
    if (auto done = settings.set(each.name, text, "environment " + each.variable()); !done) {
      return tl::unexpected(done.error());
    }
  }
  for (const auto& [name, text] : sources.flags) {
    const Setting* setting = setting_named(name);
    const std::string origin = "flag " + (setting != nullptr ? setting->flag() : name);
    if (auto done = settings.set(name, text, origin); !done) return tl::unexpected(done.error());
  }
  return settings;
}

const Settings::Value& Settings::value(std::string_view name) const {
  return values_.find(name)->second;
}

const std::string& Settings::operator[](std::string_view name) const { return value(name).text; }

unsigned Settings::number(std::string_view name) const {
  return to_number(value(name).text).value_or(0);
}

}  // namespace stemma::cli
