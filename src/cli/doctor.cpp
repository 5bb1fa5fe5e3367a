#include <fmt/format.h>
#include <hwy/highway.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "annotate/language_model.h"
#include "annotate/model_package.h"
#include "base/program.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/model_folders.h"
#include "cli/version.h"
#include "nn/kernels.h"

namespace stemma::cli {
namespace {

namespace fs = std::filesystem;

/// Prints one finding a line and remembers whether any is bad.
class Examination {
 public:
  void good(const std::string& what, const std::string& how) { line("ok", what, how); }
  void warn(const std::string& what, const std::string& how) { line("warning", what, how); }
  void bad(const std::string& what, const std::string& how) {
    line("missing", what, how);
    failed_ = true;
  }
  bool failed() const { return failed_; }

 private:
  static void line(const char* mark, const std::string& what, const std::string& how) {
    fmt::print("{:<8} {:<16} {}\n", mark, what, how);
  }
  bool failed_ = false;
};

void examine_model(const std::string& model, const ModelFolders& folders, bool is_chosen,
                   Examination& examination) {
  const fs::path file = folders.file(model);
  const std::string name = "model " + file.stem().string();
  const auto described = describe_model(file);
  const auto loaded =
      described ? LanguageModel::load(file)
                : Result<std::shared_ptr<const LanguageModel>>(tl::unexpected(described.error()));
  if (loaded) {
    examination.good(
        name, fmt::format("{} {} in {}", described->name, described->version, file.string()));
  } else if (is_chosen) {
    examination.bad(name, loaded.error().message + "; " + folders.how_to_get(model));
  } else {
    examination.warn(name, loaded.error().message);
  }
}

void examine_kernels(const std::string& wanted, Examination& examination) {
  if (const auto used = nn::use_kernels(wanted == "auto" ? "" : wanted); !used) {
    examination.bad("kernels", used.error().message);
  } else if (nn::kernels_are_fused()) {
    examination.good("kernels", nn::kernel_name());
  } else {
    examination.warn("kernels", nn::kernel_name() + ": annotation is slower without AVX2");
  }
}

void examine_programs(Examination& examination) {
  if (const auto program = find_program("pdftotext")) {
    examination.good("pdftotext", *program);
  } else {
    examination.warn("pdftotext", "not installed (poppler-utils): PDFs are refused");
  }
}

void examine_folder(const fs::path& folder, Examination& examination) {
  if (access(folder.c_str(), W_OK) == 0) {
    examination.good("output", "the current folder can be written");
  } else {
    examination.warn("output", "the current folder cannot be written: use -o with another");
  }
}

}  // namespace

int run_doctor(const CommandLine&, const Settings& settings) {
  Examination examination;
  examination.good("program", fmt::format("stemma {}", kVersion));
  const ModelFolders folders(settings);
  const std::string& chosen = settings["model"];
  std::vector<std::string> names = {"sm", "md"};
  if (chosen != "sm" && chosen != "md") names.push_back(chosen);
  for (const std::string& name : names) examine_model(name, folders, name == chosen, examination);
  examine_kernels(settings["kernels"], examination);
  examination.good("libraries", fmt::format("fmt {}.{}, Highway {}.{}", FMT_VERSION / 10000,
                                            FMT_VERSION / 100 % 100, HWY_MAJOR, HWY_MINOR));
  examination.good("settings", settings.config_file().empty() ? "no configuration file"
                                                              : settings.config_file());
  examine_programs(examination);
  examine_folder(".", examination);
  return examination.failed() ? kImpossible : kDone;
}

}  // namespace stemma::cli
