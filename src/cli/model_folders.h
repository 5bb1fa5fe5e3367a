#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/settings.h"

namespace stemma::cli {

/// Where converted models and their packages are looked for, and where new ones go. The setting
/// `models` alone, or in this order: `models` of the checkout that the program was built in, the
/// user's data folder (XDG_DATA_HOME), `share/stemma/models` under the program's prefix.
class ModelFolders {
 public:
  explicit ModelFolders(const Settings& settings);

  const std::vector<std::filesystem::path>& places() const { return places_; }
  /// The folder for new models: the setting, the checkout's, else the user's own.
  const std::filesystem::path& place_for_new() const { return place_for_new_; }

  /// The model file of that name, "md"; a name with a '/' is a path. The first place that has it
  /// wins, then a file of the name itself; where there is none, the path where it would be new.
  std::filesystem::path file(const std::string& name) const;
  /// The same of a package folder: `packages/md` in one of the places, then a folder of the name.
  std::filesystem::path package(const std::string& name) const;
  /// Every model file, by place and name.
  std::vector<std::filesystem::path> files() const;

  /// What to run to obtain the model of that name, for messages. Nothing is fetched by itself.
  std::string how_to_get(const std::string& name) const;

 private:
  std::vector<std::filesystem::path> places_;
  std::filesystem::path place_for_new_;
  std::filesystem::path fetcher_;  // empty when it is not installed
  std::string flag_;               // " --models DIR" where it was set
};

/// The files with the ending of models in a folder, by name.
std::vector<std::filesystem::path> model_files(const std::filesystem::path& folder);

}  // namespace stemma::cli
