#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace stemma {

/// Where set-up leaves the converted models, for tests.
inline std::filesystem::path test_model(const std::string& name) {
  const char* folder = std::getenv("STEMMA_MODELS");
  const std::filesystem::path models =
      folder != nullptr ? folder : std::filesystem::path(STEMMA_SOURCE_DIR) / "models";
  return models / (name + ".stemma");
}

}  // namespace stemma
