#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "annotate/model_package.h"
#include "base/result.h"

namespace stemma::spacy {

/// The files of a spaCy package that a model is made of, each read whole and bounded at 1 GiB.
class PackageFiles {
 public:
  /// Refuses, with a file's name, a package that lacks one, is not English, or has settings that
  /// change what it computes (`check_config`, beam search, multitasks, another kind of vectors).
  static Result<PackageFiles> read(const std::filesystem::path& package);

  /// The bytes of one of them: "tok2vec/model". There is no other.
  const std::string& operator[](const std::string& name) const { return files_.at(name); }

  /// What meta.json calls the package, and the hash over all files.
  const ModelDescription& description() const { return description_; }

 private:
  PackageFiles() = default;

  Result<void> read_files(const std::filesystem::path& package);
  Result<void> check_settings() const;
  Result<void> describe();

  std::map<std::string, std::string> files_;
  ModelDescription description_;
};

}  // namespace stemma::spacy
