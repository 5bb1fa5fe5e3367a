#include "annotate/spacy/package_weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <tuple>
#include <utility>

#include "annotate/spacy/msgpack.h"
#include "annotate/spacy/package_config.h"
#include "annotate/spacy/package_refusal.h"
#include "annotate/spacy/tok2vec.h"
#include "annotate/spacy/transitions.h"

namespace stemma::spacy {
namespace {

using Shape = std::vector<std::uint64_t>;

}  // namespace

Result<void> WeightsWriter::add(const std::string& section, const NetworkLayer& layer,
                                const std::string& parameter, const Shape& shape) {
  const auto floats = layer.floats(parameter, shape);
  if (!floats) return tl::unexpected(floats.error());
  out_.add(section, *floats);
  return {};
}

// The tables of hashed features, each with the column it reads and the seed of its hash.
Result<void> WeightsWriter::add_tables(const std::vector<const NetworkLayer*>& tables,
                                       const std::string& file, const std::string& name,
                                       bool with_vectors) {
  const PackageConfig config(files_["config.cfg"]);
  const std::string embed =
      fmt::format("components.{}.embed", name == "tok2vec" ? "tok2vec.model" : "ner.model.tok2vec");
  const auto attributes_listed = config.texts(embed, "attrs");
  const auto rows = Json::parse(config.value(embed, "rows"));
  const std::string wants_vectors = config.value(embed, "include_static_vectors");
  if (!attributes_listed || attributes_listed->size() != tables.size() || !rows ||
      rows->root().items().size() != tables.size() ||
      wants_vectors != (with_vectors ? "true" : "false")) {
    return refused(fmt::format("{}: not the tables that {} of config.cfg lists", file, embed));
  }
  const JsonWriter::Value about = json_.object(), columns = json_.array(), seeds = json_.array();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const auto& attributes = tables[i]->attributes;
    if (!attributes.contains("column") || !attributes.contains("seed")) {
      return refused(fmt::format("{}: a table without column or seed", file));
    }
    json_.push(columns, json_.integer(static_cast<std::int64_t>(attributes.at("column"))));
    json_.push(seeds, json_.integer(static_cast<std::int64_t>(attributes.at("seed"))));
    if (attributes.at("column") != i) {
      return refused(fmt::format("{}: table {} reads column {}", file, i, attributes.at("column")));
    }
    const auto count = rows->root().items()[i].integer().value_or(0);
    auto added = add(fmt::format("{}/embed/{}", name, i), *tables[i], "E",
                     {static_cast<std::uint64_t>(count), kWidth});
    if (!added) return added;
  }
  json_.set(about, "columns", columns);
  json_.set(about, "seeds", seeds);
  json_.set(about, "vectors", json_.boolean(with_vectors));
  json_.set(about_, name, about);
  return {};
}

// The static vectors never change, so their projection to the encoder's width is made here.
Result<void> WeightsWriter::add_projected(const StaticVectors& vectors, const NetworkLayer& layer,
                                          const std::string& name) {
  constexpr std::size_t kInputs = StaticVectors::kWidth;
  const auto weights = layer.parameters.find("W");
  if (weights == layer.parameters.end() || weights->second.shape != Shape{kWidth, kInputs}) {
    return refused(fmt::format("{}: 'W' of layer '{}' is not {} x {} floats", layer.file,
                               layer.name, kWidth, kInputs));
  }
  std::vector<float> w(kWidth * kInputs);
  std::memcpy(w.data(), weights->second.floats.data(), w.size() * sizeof(float));
  const nn::PackedMatrix packed = nn::pack(nn::rows_of(w.data(), kInputs, kWidth, nullptr));
  std::vector<float> projected(vectors.count * kWidth);
  nn::multiply(packed, vectors.floats.data(), kInputs, vectors.count, projected.data(), kWidth);
  out_.add(name + "/vectors", projected);
  return {};
}

Result<void> WeightsWriter::add_encoder(const std::string& file, const std::string& name,
                                        const StaticVectors& vectors) {
  const auto network = read_network(files_[file], file);
  if (!network) return tl::unexpected(network.error());
  const auto tables = layers_named("hashembed", *network),
             maxout = layers_named("maxout", *network), norms = layers_named("layernorm", *network),
             projections = layers_named("static_vectors", *network);
  if (tables.empty() || maxout.size() != kEncoderLayers + 1 || norms.size() != maxout.size() ||
      projections.size() > 1 || (!projections.empty() && vectors.count == 0)) {
    return refused(fmt::format("{}: an encoder of another form", file));
  }
  auto added = add_tables(tables, file, name, !projections.empty());
  if (!added) return added;
  for (std::size_t i = 0; i < maxout.size(); ++i) {
    const std::string layer = i == 0 ? name + "/mix" : fmt::format("{}/encoder/{}", name, i - 1);
    const std::uint64_t inputs =
        kWidth * (i == 0 ? tables.size() + projections.size() : nn::PackedConvolution::kWindow);
    constexpr std::uint64_t kPieces = nn::PackedConvolution::kPieces;
    added = add(layer + "/W", *maxout[i], "W", {kWidth, kPieces, inputs});
    if (added) added = add(layer + "/b", *maxout[i], "b", {kWidth, kPieces});
    if (added) added = add(layer + "/norm/G", *norms[i], "G", {kWidth});
    if (added) added = add(layer + "/norm/b", *norms[i], "b", {kWidth});
    if (!added) return added;
  }
  return projections.empty() ? Result<void>{} : add_projected(vectors, *projections.front(), name);
}

Result<void> WeightsWriter::add_tagger() {
  const auto network = read_network(files_["tagger/model"], "tagger/model");
  if (!network) return tl::unexpected(network.error());
  const auto softmax = layers_named("softmax", *network);
  const auto cfg = Json::parse(files_["tagger/cfg"]);
  if (softmax.size() != 1 || !cfg) return refused("tagger: another form");
  const JsonWriter::Value tags = json_.array();
  const std::uint64_t count = cfg->root()["labels"].items().size();
  for (const JsonView& label : cfg->root()["labels"].items()) {
    json_.push(tags, json_.text(label.text().value_or("")));
  }
  json_.set(about_, "tags", tags);
  auto added = add("tagger/W", *softmax.front(), "W", {count, kWidth});
  if (added) added = add("tagger/b", *softmax.front(), "b", {count});
  return added;
}

// Classes in score order: by action, then by the label's number in `moves`, the largest first.
JsonWriter::Value WeightsWriter::moves_of(JsonView actions, bool with_first_action,
                                          std::uint64_t& classes) {
  std::map<std::string, JsonView> sorted;
  for (const auto& [action, labels] : actions.members()) sorted[std::string(action)] = labels;
  const JsonWriter::Value list = json_.array();
  for (const auto& [action, labels] : sorted) {
    if (action == "0" && !with_first_action) continue;
    std::vector<std::pair<std::int64_t, std::string>> order;
    for (const auto& [label, number] : labels.members()) {
      order.emplace_back(number.integer().value_or(0), std::string(label));
    }
    std::sort(order.rbegin(), order.rend());
    for (const auto& [number, label] : order) {
      const JsonWriter::Value move = json_.array();
      json_.push(move, json_.integer(action.empty() ? -1 : action[0] - '0'));
      json_.push(move, json_.text(label));
      json_.push(list, move);
      ++classes;
    }
  }
  return list;
}

Result<void> WeightsWriter::add_transitions(const std::string& name, bool with_first_action) {
  const auto network = read_network(files_[name + "/model"], name + "/model");
  if (!network) return tl::unexpected(network.error());
  const auto lower = layers_named("precomputable_affine", *network),
             linear = layers_named("linear", *network);
  if (lower.size() != 1 || linear.size() != 2) return refused(name + ": a scorer of another form");
  const auto packed = read_msgpack(files_[name + "/moves"]);
  const auto text = packed ? packed->text("moves") : std::nullopt;
  const auto actions = Json::parse(text.value_or(""));
  if (!actions) return refused(name + ": broken moves");
  std::uint64_t classes = 0;
  const JsonWriter::Value moves = moves_of(actions->root(), with_first_action, classes);
  constexpr std::uint64_t kHidden = TransitionScorer::kHidden, kPieces = 2;
  const std::uint64_t features =
      name == "parser" ? ArcEagerParser::kFeatures : NameFinder::kFeatures;
  const std::tuple<const char*, const NetworkLayer*, const char*, Shape> arrays[] = {
      {"/lower/W", lower[0], "W", {features, kHidden, kPieces, kHidden}},
      {"/lower/b", lower[0], "b", {kHidden, kPieces}},
      {"/lower/pad", lower[0], "pad", {1, features, kHidden, kPieces}},
      {"/upper/W", linear[0], "W", {classes, kHidden}},
      {"/upper/b", linear[0], "b", {classes}},
      {"/hidden/W", linear[1], "W", {kHidden, kWidth}},
      {"/hidden/b", linear[1], "b", {kHidden}}};
  for (const auto& [section, layer, parameter, shape] : arrays) {
    if (auto added = add(name + section, *layer, parameter, shape); !added) return added;
  }
  const JsonWriter::Value about = json_.object();
  json_.set(about, "moves", moves);
  json_.set(about_, name, about);
  return {};
}

}  // namespace stemma::spacy
