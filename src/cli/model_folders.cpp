#include "cli/model_folders.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

namespace stemma::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".stemma";

bool is_there(const fs::path& path) {
  std::error_code code;
  return fs::exists(path, code);
}

fs::path users_data_folder() {
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') {
    return fs::path(data) / "stemma";
  }
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    return fs::path(home) / ".local/share/stemma";
  }
  return {};
}

// Pipelines that the fetcher knows.
bool is_fetched(const std::string& name) { return name == "sm" || name == "md"; }

bool is_path(const std::string& name) {
  return name.find('/') != std::string::npos || name == "." || name == "..";
}

}  // namespace

ModelFolders::ModelFolders(const Settings& settings) {
  std::error_code code;
  const fs::path folder = fs::read_symlink("/proc/self/exe", code).parent_path();
  const fs::path checkout = folder.parent_path().parent_path();  // of build/release/stemma
  const fs::path share = folder.parent_path() / "share/stemma";  // of bin/stemma
  const bool is_checkout =
      is_there(checkout / "CMakeLists.txt") && is_there(checkout / "tools/models/fetch.sh");
  for (const fs::path& script :
       {checkout / "tools/models/fetch.sh", share / "fetch-models/fetch.sh"}) {
    if (fetcher_.empty() && is_there(script)) fetcher_ = script;
  }
  if (!settings["models"].empty()) {
    places_ = {settings["models"]};
    place_for_new_ = places_.front();
    flag_ = " --models " + settings["models"];
    return;
  }
  if (is_checkout) places_.push_back(checkout / "models");
  if (const fs::path data = users_data_folder(); !data.empty()) places_.push_back(data / "models");
  place_for_new_ = places_.empty() ? fs::path("models") : places_.front();
  places_.push_back(share / "models");
}

fs::path ModelFolders::file(const std::string& name) const {
  if (is_path(name)) return name;
  for (const fs::path& place : places_) {
    if (is_there(place / (name + kEnding))) return place / (name + kEnding);
  }
  return is_there(name) ? fs::path(name) : place_for_new_ / (name + kEnding);
}

fs::path ModelFolders::package(const std::string& name) const {
  if (is_path(name)) return name;
  for (const fs::path& place : places_) {
    if (is_there(place / "packages" / name)) return place / "packages" / name;
  }
  // A folder that happens to be called as one of ours is meant by "./md".
  return is_there(name) && !is_fetched(name) ? fs::path(name) : place_for_new_ / "packages" / name;
}

std::vector<fs::path> ModelFolders::files() const {
  std::vector<fs::path> all;
  for (const fs::path& place : places_) {
    for (const fs::path& file : model_files(place)) all.push_back(file);
  }
  return all;
}

std::string ModelFolders::how_to_get(const std::string& name) const {
  if (!is_fetched(name)) {
    return fmt::format("`stemma model add FOLDER{}` makes one of a spaCy package", flag_);
  }
  if (is_there(package(name))) return fmt::format("`stemma model add {}{}` makes it", name, flag_);
  if (fetcher_.empty()) {
    return fmt::format(
        "unpack spaCy's package en_core_web_{} 3.8 and run `stemma model add FOLDER{}`", name,
        flag_);
  }
  return fmt::format("`{} --into {} {}` fetches its package, `stemma model add {}{}` converts it",
                     fetcher_.string(), (place_for_new_ / "packages").string(), name, name, flag_);
}

std::vector<fs::path> model_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code code;
  for (const auto& entry : fs::directory_iterator(folder, code)) {
    if (entry.path().extension() == kEnding) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace stemma::cli
