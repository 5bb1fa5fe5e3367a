#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace stemma {

/// A file or folder that set-up leaves beside the converted models. Where STEMMA_REQUIRE_MODELS is
/// set, as by `make test`, the test fails when it is not there; otherwise it may skip.
inline std::filesystem::path beside_models(const std::filesystem::path& name) {
  const char* folder = std::getenv("STEMMA_MODELS");
  const std::filesystem::path models =
      folder != nullptr ? folder : std::filesystem::path(STEMMA_SOURCE_DIR) / "models";
  if (std::getenv("STEMMA_REQUIRE_MODELS") != nullptr) {
    EXPECT_TRUE(std::filesystem::exists(models / name)) << (models / name).string();
  }
  return models / name;
}

/// A converted model: "sm".
inline std::filesystem::path test_model(const std::string& name) {
  return beside_models(name + ".stemma");
}

/// The package it is made from.
inline std::filesystem::path test_package(const std::string& name) {
  return beside_models(std::filesystem::path("packages") / name);
}

}  // namespace stemma
