#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "annotate/model_package.h"
#include "cli/commands.h"
#include "cli/console.h"

namespace stemma::cli {
namespace {

namespace fs = std::filesystem;

std::string described(const fs::path& file, const ModelDescription& model) {
  return fmt::format("{}: {} {}, {:.1f} MB, made from {}", file.string(), model.name, model.version,
                     static_cast<double>(model.size_bytes) / 1e6, model.source.substr(0, 16));
}

// A package is named by its folder, or by a short name beside the converted models: "md" is
// models/packages/md. The converted file has the short name.
fs::path package_folder(const std::string& name, const fs::path& models) {
  std::error_code code;
  if (fs::is_directory(name, code)) return name;
  return models / "packages" / name;
}

int add(const CommandLine& line, const fs::path& models, Console& console) {
  const fs::path into = line.into.empty() ? models : fs::path(line.into);
  std::error_code code;
  fs::create_directories(into, code);
  int status = line.inputs.empty() ? kUsage : kDone;
  if (line.inputs.empty()) console.say("model add: name a package folder, or sm or md");
  for (const std::string& name : line.inputs) {
    const fs::path package = package_folder(name, models).lexically_normal();
    const fs::path stem =
        package.filename().empty() ? package.parent_path().filename() : package.filename();
    const fs::path file = into / (stem.string() + ".stemma");
    const auto converted = convert_package(package, file);
    if (!converted) {
      console.say(converted.error().message);
      status = kImpossible;
      continue;
    }
    fmt::print("{}\n", described(file, *converted));
  }
  return status;
}

std::vector<fs::path> converted_models(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code code;
  for (const auto& entry : fs::directory_iterator(folder, code)) {
    if (entry.path().extension() == ".stemma") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Both `list` and `check` read every byte of a file against its checksum; `check` loads the model
// too, so every part of it has the form that is known here.
int show(const std::vector<fs::path>& files, bool loads, Console& console) {
  int status = kDone;
  for (const fs::path& file : files) {
    const auto loaded = loads ? LanguageModel::load(file).map([](const auto&) {}) : Result<void>();
    const auto model = describe_model(file);
    if (loaded && model) {
      fmt::print("{}\n", described(file, *model));
    } else {
      console.say(loaded ? model.error().message : loaded.error().message);
      status = kImpossible;
    }
  }
  return status;
}

}  // namespace

int run_model(const CommandLine& line, const Settings& settings) {
  Console console(settings, line.quiet);
  const fs::path models = models_folder(settings);
  if (line.action == "add") return add(line, models, console);
  const std::vector<fs::path> files =
      line.inputs.empty() ? converted_models(models)
                          : std::vector<fs::path>(line.inputs.begin(), line.inputs.end());
  if (files.empty()) {
    console.say(
        fmt::format("{}: there is no model here; `stemma model add` makes one", models.string()));
    return kImpossible;
  }
  return show(files, line.action == "check", console);
}

}  // namespace stemma::cli
