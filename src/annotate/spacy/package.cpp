#include <fmt/format.h>

#include "annotate/language_model.h"
#include "annotate/model_package.h"
#include "annotate/spacy/model_file.h"
#include "annotate/spacy/package_files.h"
#include "annotate/spacy/package_vectors.h"
#include "annotate/spacy/package_weights.h"
#include "annotate/spacy/package_words.h"
#include "base/files.h"
#include "base/json.h"

namespace stemma {
namespace {

// The bytes of the model file.
Result<std::string> convert(const spacy::PackageFiles& files) {
  spacy::ModelFileWriter out;
  JsonWriter json;
  const JsonWriter::Value about = json.object();
  auto done = spacy::write_vocabulary(files, out);
  if (!done) return tl::unexpected(done.error());
  const auto vectors = spacy::read_static_vectors(files["vocab/vectors"], files["vocab/key2row"]);
  if (!vectors) return tl::unexpected(vectors.error());
  if (vectors->count != 0) {
    out.add("vectors/keys", vectors->words);
    out.add("vectors/rows", vectors->rows);
  }
  spacy::WeightsWriter weights(files, out, json, about);
  done = weights.add_encoder("tok2vec/model", "tok2vec", *vectors);
  if (done) done = weights.add_encoder("ner/model", "ner_tok2vec", *vectors);
  if (done) done = weights.add_tagger();
  if (done) done = weights.add_transitions("parser", true);
  if (done) done = weights.add_transitions("ner", false);
  if (done) done = spacy::write_lemmas(files, out);
  if (!done) return tl::unexpected(done.error());
  const ModelDescription& description = files.description();
  json.set(about, "name", description.name);
  json.set(about, "version", description.version);
  json.set(about, "source", description.source);
  out.add("about", json.write(about));
  return out.finish();
}

tl::unexpected<Error> refused(const std::filesystem::path& package, const Error& error) {
  return failure(Fault::model, fmt::format("{}: {}", package.string(), error.message));
}

}  // namespace

Result<ModelDescription> describe_package(const std::filesystem::path& package) {
  const auto files = spacy::PackageFiles::read(package);
  if (!files) return refused(package, files.error());
  return files->description();
}

Result<ModelDescription> convert_package(const std::filesystem::path& package,
                                         const std::filesystem::path& file) {
  const auto files = spacy::PackageFiles::read(package);
  if (!files) return refused(package, files.error());
  const auto bytes = convert(*files);
  if (!bytes) return refused(package, bytes.error());
  // What only loading looks into, such as the ruler's conditions, is refused here too.
  if (const auto model = LanguageModel::from_bytes(*bytes); !model) {
    return refused(package, model.error());
  }
  if (auto written = write_file(file, *bytes); !written) return tl::unexpected(written.error());
  ModelDescription description = files->description();
  description.size_bytes = bytes->size();
  return description;
}

Result<ModelDescription> describe_model(const std::filesystem::path& path) {
  const auto named = [&](const Error& error) {
    return failure(error.fault, fmt::format("{}: {}", path.string(), error.message));
  };
  const auto file = spacy::ModelFile::open(path);
  if (!file) return named(file.error());
  const auto about = Json::parse(file->bytes("about"));
  if (!about) return named({Fault::model, "damaged model file: no description"});
  ModelDescription description;
  description.name = std::string(about->root()["name"].text().value_or("?"));
  description.version = std::string(about->root()["version"].text().value_or("?"));
  description.source = std::string(about->root()["source"].text().value_or("?"));
  description.size_bytes = file->size_bytes();
  return description;
}

}  // namespace stemma
