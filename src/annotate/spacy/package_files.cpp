#include "annotate/spacy/package_files.h"

#include <fmt/format.h>

#include <cstdint>

#include "annotate/spacy/package_config.h"
#include "annotate/spacy/package_refusal.h"
#include "base/files.h"
#include "base/json.h"

namespace stemma::spacy {
namespace {

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{1} << 30;

// The files that matter.
constexpr const char* kFiles[] = {"config.cfg",
                                  "meta.json",
                                  "tokenizer",
                                  "vocab/lookups.bin",
                                  "vocab/vectors",
                                  "vocab/vectors.cfg",
                                  "vocab/key2row",
                                  "tok2vec/model",
                                  "tagger/model",
                                  "tagger/cfg",
                                  "parser/model",
                                  "parser/moves",
                                  "parser/cfg",
                                  "ner/model",
                                  "ner/moves",
                                  "ner/cfg",
                                  "attribute_ruler/patterns",
                                  "lemmatizer/lookups/lookups.bin"};

}  // namespace

Result<PackageFiles> PackageFiles::read(const std::filesystem::path& package) {
  PackageFiles files;
  auto done = files.read_files(package);
  if (done) done = files.check_settings();
  if (done) done = files.describe();
  if (!done) return tl::unexpected(done.error());
  return files;
}

Result<void> PackageFiles::read_files(const std::filesystem::path& package) {
  std::string digests;
  for (const char* name : kFiles) {
    auto bytes = stemma::read_file(package / name, kMaxFileBytes);
    if (!bytes) return tl::unexpected(Error{Fault::model, bytes.error().message});
    digests += sha256(*bytes);
    files_[name] = std::move(*bytes);
  }
  description_.source = sha256(digests);
  return {};
}

// Beside config.cfg: what else decides how a pipeline computes.
Result<void> PackageFiles::check_settings() const {
  if (auto known = check_config(PackageConfig(files_.at("config.cfg"))); !known) return known;
  const auto vectors = Json::parse(files_.at("vocab/vectors.cfg"));
  if (!vectors) return refused("vocab/vectors.cfg: " + vectors.error().message);
  const std::string mode(vectors->root()["mode"].text().value_or(""));
  if (mode != "default") {
    return refused(fmt::format("vocab/vectors.cfg: vectors of the mode '{}', not 'default'", mode));
  }
  for (const char* name : {"parser/cfg", "ner/cfg"}) {
    const auto cfg = Json::parse(files_.at(name));
    if (!cfg) return refused(fmt::format("{}: {}", name, cfg.error().message));
    if (cfg->root()["beam_width"].integer().value_or(1) != 1) {
      return refused(fmt::format("{}: beam_width is not 1", name));
    }
    if (cfg->root()["learn_tokens"].boolean().value_or(false)) {
      return refused(fmt::format("{}: learn_tokens is true", name));
    }
    if (!cfg->root()["multitasks"].items().empty()) {
      return refused(fmt::format("{}: multitasks are set", name));
    }
  }
  return {};
}

Result<void> PackageFiles::describe() {
  const auto json = Json::parse(files_.at("meta.json"));
  if (!json) return refused("meta.json: " + json.error().message);
  const JsonView root = json->root();
  const std::string language(root["lang"].text().value_or(""));
  if (language != "en") {
    return refused(fmt::format("meta.json: the language is '{}', not English", language));
  }
  description_.name = language + "_" + std::string(root["name"].text().value_or("?"));
  description_.version = std::string(root["version"].text().value_or("?"));
  return {};
}

}  // namespace stemma::spacy
