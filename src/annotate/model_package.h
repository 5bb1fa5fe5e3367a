#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace stemma {

/// What a converted model says of itself.
struct ModelDescription {
  std::string name;     ///< "en_core_web_md"
  std::string version;  ///< "3.8.0"
  std::string source;   ///< SHA-256 over the package's files, in hexadecimal
  std::uint64_t size_bytes = 0;
};

/// Reads what a package is called and its source hash, and refuses one whose settings are not
/// known.
Result<ModelDescription> describe_package(const std::filesystem::path& package);

/// Converts a spaCy pipeline package (the folder with `config.cfg`) into one flat file that
/// LanguageModel maps. A pipeline with a component, an architecture, a setting that changes what it
/// computes, or a weight's shape that is not known is refused by name, with what was expected. The
/// file appears whole or not at all. Seconds at most; memory: the package, twice.
Result<ModelDescription> convert_package(const std::filesystem::path& package,
                                         const std::filesystem::path& file);

/// Reads the description of a converted file and checks every byte of it against its checksum.
Result<ModelDescription> describe_model(const std::filesystem::path& file);

}  // namespace stemma
