#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <system_error>

#include "annotate/model_package.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/model_folders.h"

namespace stemma::cli {
namespace {

namespace fs = std::filesystem;

std::string described(const fs::path& file, const ModelDescription& model) {
  return fmt::format("{}: {} {}, {:.1f} MB, made from {}", file.string(), model.name, model.version,
                     static_cast<double>(model.size_bytes) / 1e6, model.source.substr(0, 16));
}

// The folders with config.cfg at most two levels below: an official package nests its pipeline.
std::vector<fs::path> pipelines_in(const fs::path& folder) {
  std::error_code code;
  if (fs::exists(folder / "config.cfg", code)) return {folder};
  std::vector<fs::path> found;
  for (fs::recursive_directory_iterator at(folder, code), end; !code && at != end;
       at.increment(code)) {
    if (at.depth() >= 2) at.disable_recursion_pending();
    if (at->path().filename() == "config.cfg") found.push_back(at->path().parent_path());
  }
  return found;
}

Result<fs::path> pipeline_named(const std::string& name, const ModelFolders& folders) {
  const fs::path package = folders.package(name);
  std::error_code code;
  if (!fs::exists(package, code)) {
    return failure(Fault::model, fmt::format("{}: there is no such package; {}", package.string(),
                                             folders.how_to_get(name)));
  }
  if (!fs::is_directory(package, code)) {
    return failure(Fault::model,
                   fmt::format("{}: a file, not a package's folder; a wheel is unpacked by "
                               "`python3 -m zipfile -e FILE.whl FOLDER`, then add the folder",
                               package.string()));
  }
  const std::vector<fs::path> found = pipelines_in(package);
  if (found.size() == 1) return found.front();
  return failure(Fault::model, fmt::format("{}: {} config.cfg in it", package.string(),
                                           found.empty() ? "there is no" : "there are several"));
}

// The package's folder names the file: models/packages/md makes md.stemma. What has no name of its
// own, such as "/", is called as the package says.
std::string stem_of(const std::string& name, const ModelFolders& folders,
                    const ModelDescription& description) {
  std::error_code code;
  const fs::path whole = fs::canonical(folders.package(name), code);
  const std::string stem = whole.filename().string();
  return stem.empty() || stem.front() == '.' ? description.name : stem;
}

// Makes the model anew unless it is there: made of the same files, and as this program reads it.
Result<std::string> added(const std::string& name, const fs::path& into,
                          const ModelFolders& folders) {
  const auto pipeline = pipeline_named(name, folders);
  if (!pipeline) return tl::unexpected(pipeline.error());
  const auto package = describe_package(*pipeline);
  if (!package) return tl::unexpected(package.error());
  const fs::path file = into / (stem_of(name, folders, *package) + ".stemma");
  const auto there = describe_model(file);
  if (there && there->source == package->source && LanguageModel::load(file)) {
    return described(file, *there) + ", is there";
  }
  const auto converted = convert_package(*pipeline, file);
  if (!converted) return tl::unexpected(converted.error());
  return described(file, *converted);
}

int add(const CommandLine& line, const ModelFolders& folders, Console& console) {
  if (line.inputs.empty()) {
    console.say("model add: name a package's folder, or sm or md");
    return kUsage;
  }
  const fs::path into = line.into.empty() ? folders.place_for_new() : fs::path(line.into);
  std::error_code code;
  fs::create_directories(into, code);
  if (code) {
    console.say(fmt::format("{}: {}", into.string(), code.message()));
    return kImpossible;
  }
  int status = kDone;
  for (const std::string& name : line.inputs) {
    const auto done = added(name, into, folders);
    if (done) {
      fmt::print("{}\n", *done);
    } else {
      console.say(done.error().message);
      status = kImpossible;
    }
  }
  return status;
}

// Names, paths, and folders of models.
std::vector<fs::path> files_named(const std::vector<std::string>& names,
                                  const ModelFolders& folders) {
  std::vector<fs::path> files;
  for (const std::string& name : names) {
    const fs::path file = folders.file(name);
    std::error_code code;
    if (fs::is_directory(file, code)) {
      for (const fs::path& each : model_files(file)) files.push_back(each);
    } else {
      files.push_back(file);
    }
  }
  return files;
}

// Both `list` and `check` read every byte of a file against its checksum.
int show(const std::vector<fs::path>& files, Console& console) {
  int status = kDone;
  for (const fs::path& file : files) {
    const auto model = describe_model(file);
    if (model) {
      fmt::print("{}\n", described(file, *model));
    } else {
      console.say(model.error().message);
      status = kImpossible;
    }
  }
  return status;
}

// Beyond the checksum: the model loads, so every part of it has the form that is known here.
int check(const std::vector<fs::path>& files, Console& console) {
  int status = kDone;
  for (const fs::path& file : files) {
    if (const int shown = show({file}, console); shown != kDone) {
      status = shown;
    } else if (const auto loaded = LanguageModel::load(file); !loaded) {
      console.say(loaded.error().message);
      status = kImpossible;
    }
  }
  return status;
}

std::string listed(const std::vector<fs::path>& places) {
  std::string all;
  for (const fs::path& place : places) all += (all.empty() ? "" : ", ") + place.string();
  return all;
}

}  // namespace

int run_model(const CommandLine& line, const Settings& settings) {
  Console console(settings, line.quiet);
  const ModelFolders folders(settings);
  if (line.action == "add") return add(line, folders, console);
  const std::vector<fs::path> files =
      line.inputs.empty() ? folders.files() : files_named(line.inputs, folders);
  if (files.empty()) {
    const std::string where =
        listed(line.inputs.empty() ? folders.places()
                                   : std::vector<fs::path>(line.inputs.begin(), line.inputs.end()));
    console.say(fmt::format("{}: there is no model here; {}", where, folders.how_to_get("md")));
    return kImpossible;
  }
  return line.action == "list" ? show(files, console) : check(files, console);
}

}  // namespace stemma::cli
