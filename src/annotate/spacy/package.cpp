#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

#include "annotate/language_model.h"
#include "annotate/model_package.h"
#include "annotate/spacy/lemmatizer.h"
#include "annotate/spacy/model_file.h"
#include "annotate/spacy/msgpack.h"
#include "annotate/spacy/package_config.h"
#include "annotate/spacy/string_id.h"
#include "annotate/spacy/tok2vec.h"
#include "annotate/spacy/transitions.h"
#include "base/files.h"
#include "base/json.h"
#include "base/text.h"

namespace stemma {
namespace spacy {
namespace {

namespace fs = std::filesystem;
using Kind = MsgpackView::Kind;

constexpr std::uint64_t kMaxFileBytes = std::uint64_t{1} << 30;
constexpr std::size_t kVectorWidth = 300;

tl::unexpected<Error> refused(const std::string& why) { return failure(Fault::model, why); }

// The files of a package that matter, each with what is read from it.
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

using Shape = std::vector<std::uint64_t>;

/// One layer of a component with its own parameters.
struct Node {
  std::string file;  // of the package
  std::string name;
  std::map<std::string, MsgpackArray> parameters;
  std::map<std::string, std::string> others;  // parameters of another form, each with its type
  std::map<std::string, std::uint64_t> attributes;
};

class Converter {
 public:
  explicit Converter(fs::path package) : package_(std::move(package)) {}

  /// Reads the files and refuses those that say the package is of another kind.
  Result<void> read();
  Result<std::string> convert();
  ModelDescription description() const { return description_; }

 private:
  Result<void> read_files();
  Result<void> check_settings();
  Result<void> add_vocabulary();
  Result<void> add_vectors();
  Result<void> add_tok2vec(const char* component, const std::string& name);
  Result<void> add_tagger();
  Result<void> add_transitions(const std::string& name, bool with_missing);
  Result<void> add_lemmas();
  Result<std::vector<Node>> leaves(const char* component);
  Result<void> add_array(const std::string& section, const Node& node, const char* parameter,
                         const Shape& shape);
  Result<void> project_vectors(const std::string& name, const Node& node);

  const std::string& file(const char* name) const { return files_.at(name); }

  fs::path package_;
  std::map<std::string, std::string> files_;
  ModelDescription description_;
  ModelFileWriter out_;
  JsonWriter json_;
  JsonWriter::Value about_;
  std::string vectors_;  // float32, rows of kVectorWidth
  std::size_t vector_rows_ = 0;
};

// What meta.json says of the package.
Result<ModelDescription> describe(const std::string& meta) {
  const auto json = Json::parse(meta);
  if (!json) return refused("meta.json: " + json.error().message);
  const JsonView root = json->root();
  const std::string language(root["lang"].text().value_or(""));
  if (language != "en") {
    return refused(fmt::format("meta.json: the language is '{}', not English", language));
  }
  ModelDescription description;
  description.name = language + "_" + std::string(root["name"].text().value_or("?"));
  description.version = std::string(root["version"].text().value_or("?"));
  return description;
}

Result<void> Converter::read_files() {
  std::string digests;
  for (const char* name : kFiles) {
    auto bytes = stemma::read_file(package_ / name, kMaxFileBytes);
    if (!bytes) return tl::unexpected(Error{Fault::model, bytes.error().message});
    digests += sha256(*bytes);
    files_[name] = std::move(*bytes);
  }
  description_.source = sha256(digests);
  return {};
}

// Beside config.cfg: what else decides how a pipeline computes, and what it is called.
Result<void> Converter::check_settings() {
  if (auto known = check_config(PackageConfig(file("config.cfg"))); !known) return known;
  const auto vectors = Json::parse(file("vocab/vectors.cfg"));
  if (!vectors) return refused("vocab/vectors.cfg: " + vectors.error().message);
  const std::string mode(vectors->root()["mode"].text().value_or(""));
  if (mode != "default") {
    return refused(fmt::format("vocab/vectors.cfg: vectors of the mode '{}', not 'default'", mode));
  }
  for (const char* name : {"parser/cfg", "ner/cfg"}) {
    const auto cfg = Json::parse(file(name));
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
  const auto described = describe(file("meta.json"));
  if (!described) return tl::unexpected(described.error());
  description_.name = described->name;
  description_.version = described->version;
  return {};
}

// Leaf nodes of a component's network by name, in file order.
Result<std::vector<Node>> Converter::leaves(const char* component) {
  const auto broken = [&](const std::string& why) {
    return refused(fmt::format("{}: {}", component, why));
  };
  const auto model = read_msgpack(file(component));
  if (!model) return broken(model.error().message);
  const MsgpackView* nodes = model->find("nodes");
  const MsgpackView* attributes = model->find("attrs");
  const MsgpackView* parameters = model->find("params");
  if (nodes == nullptr || attributes == nullptr || parameters == nullptr ||
      attributes->items.size() != nodes->items.size() ||
      parameters->items.size() != nodes->items.size()) {
    return broken("not a network");
  }
  std::vector<Node> all;
  for (std::size_t i = 0; i < nodes->items.size(); ++i) {
    Node node;
    node.file = component;
    node.name = std::string(nodes->items[i].text("name").value_or(""));
    for (const auto& [key, value] : parameters->items[i].members) {
      const std::string name(key.bytes);
      if (const auto array = float_array(value)) {
        node.parameters[name] = *array;
      } else if (!value.is(Kind::nil)) {
        node.others[name] = value.text("type").value_or("unknown");
      }
    }
    for (const auto& [key, value] : attributes->items[i].members) {
      if (!value.is(Kind::binary)) continue;
      const auto inner = read_msgpack(value.bytes);
      if (inner && inner->is(Kind::integer)) {
        node.attributes[std::string(key.bytes)] = inner->integer;
      }
    }
    all.push_back(std::move(node));
  }
  return all;
}

Result<void> Converter::add_array(const std::string& section, const Node& node,
                                  const char* parameter, const Shape& shape) {
  const auto what = fmt::format("{}: '{}' of layer '{}'", node.file, parameter, node.name);
  if (const auto other = node.others.find(parameter); other != node.others.end()) {
    return refused(fmt::format("{} has the type '{}', not '<f4'", what, other->second));
  }
  const auto found = node.parameters.find(parameter);
  if (found == node.parameters.end()) return refused(what + " is missing");
  if (found->second.shape != shape) {
    return refused(fmt::format("{} has the shape {}, not {}", what,
                               fmt::join(found->second.shape, " x "), fmt::join(shape, " x ")));
  }
  out_.add(section, found->second.floats);
  return {};
}

std::vector<const Node*> named(const std::vector<Node>& nodes, std::string_view name) {
  std::vector<const Node*> found;
  for (const Node& node : nodes) {
    if (node.name == name) found.push_back(&node);
  }
  return found;
}

Result<void> Converter::add_vectors() {
  // NumPy's format, version 1: magic, version, length of the header, a Python dict as text, floats.
  const std::string& npy = file("vocab/vectors");
  if (npy.size() < 10 || npy.compare(0, 6, "\x93NUMPY") != 0) {
    return refused("vocab/vectors: no array");
  }
  if (npy[6] != 1 || npy[7] != 0) return refused("vocab/vectors: not version 1.0 of the format");
  const std::size_t header = 10 + static_cast<unsigned char>(npy[8]) +
                             std::size_t{256} * static_cast<unsigned char>(npy[9]);
  if (header > npy.size()) return refused("vocab/vectors: cut short");
  const std::string text = npy.substr(10, header - 10);
  const std::size_t shape = text.find("'shape': (");
  std::size_t rows = 0, width = 0;
  if (shape == std::string::npos ||
      std::sscanf(text.c_str() + shape, "'shape': (%zu, %zu)", &rows, &width) != 2) {
    return refused("vocab/vectors: no shape");
  }
  if (rows == 0) return {};
  if (text.find("'fortran_order': False") == std::string::npos) {
    return refused("vocab/vectors: not in C order");
  }
  if (text.find("<f4") == std::string::npos || width != kVectorWidth || rows > (1U << 22) ||
      npy.size() - header != rows * width * sizeof(float)) {
    return refused("vocab/vectors: not float32 vectors of 300");
  }
  const auto keys = read_msgpack(file("vocab/key2row"));
  if (!keys || !keys->is(Kind::map)) return refused("vocab/key2row: no map");
  std::vector<std::pair<std::uint64_t, std::uint32_t>> pairs;
  for (const auto& [key, row] : keys->members) {
    if (!key.is(Kind::integer) || !row.is(Kind::integer) || row.integer >= rows) {
      return refused("vocab/key2row: a key without a vector");
    }
    pairs.emplace_back(key.integer, static_cast<std::uint32_t>(row.integer));
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<std::uint64_t> words;
  std::vector<std::uint32_t> numbers;
  for (const auto& [word, row] : pairs) {
    words.push_back(word);
    numbers.push_back(row);
  }
  out_.add("vectors/keys", words);
  out_.add("vectors/rows", numbers);
  vectors_ = npy.substr(header);
  vector_rows_ = rows;
  return {};
}

// The static vectors never change, so their projection to the encoder's width is made here.
Result<void> Converter::project_vectors(const std::string& name, const Node& node) {
  const auto weights = node.parameters.find("W");
  if (weights == node.parameters.end() ||
      weights->second.shape != std::vector<std::uint64_t>{kWidth, kVectorWidth}) {
    return refused(fmt::format("{}: 'W' of layer '{}' is not {} x {} floats", node.file, node.name,
                               kWidth, kVectorWidth));
  }
  std::vector<float> w(kWidth * kVectorWidth), v(vector_rows_ * kVectorWidth);
  std::memcpy(w.data(), weights->second.floats.data(), w.size() * sizeof(float));
  std::memcpy(v.data(), vectors_.data(), v.size() * sizeof(float));
  const nn::PackedMatrix packed = nn::pack(nn::rows_of(w.data(), kVectorWidth, kWidth, nullptr));
  std::vector<float> projected(vector_rows_ * kWidth);
  nn::multiply(packed, v.data(), kVectorWidth, vector_rows_, projected.data(), kWidth);
  out_.add(name + "/vectors", projected);
  return {};
}

Result<void> Converter::add_tok2vec(const char* component, const std::string& name) {
  const auto nodes = leaves(component);
  if (!nodes) return tl::unexpected(nodes.error());
  const auto tables = named(*nodes, "hashembed"), maxout = named(*nodes, "maxout"),
             norms = named(*nodes, "layernorm"), vectors = named(*nodes, "static_vectors");
  if (tables.empty() || maxout.size() != kEncoderLayers + 1 || norms.size() != maxout.size() ||
      vectors.size() > 1 || (!vectors.empty() && vector_rows_ == 0)) {
    return refused(fmt::format("{}: an encoder of another form", component));
  }
  const PackageConfig config(file("config.cfg"));
  const std::string embed =
      fmt::format("components.{}.embed", name == "tok2vec" ? "tok2vec.model" : "ner.model.tok2vec");
  const auto attributes_listed = config.texts(embed, "attrs");
  const auto rows = Json::parse(config.value(embed, "rows"));
  const std::string wants_vectors = config.value(embed, "include_static_vectors");
  if (!attributes_listed || attributes_listed->size() != tables.size() || !rows ||
      rows->root().items().size() != tables.size() ||
      wants_vectors != (vectors.empty() ? "false" : "true")) {
    return refused(fmt::format("{}: not the tables that {} of config.cfg lists", component, embed));
  }
  const JsonWriter::Value about = json_.object(), columns = json_.array(), seeds = json_.array();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const auto& attributes = tables[i]->attributes;
    if (!attributes.contains("column") || !attributes.contains("seed")) {
      return refused(fmt::format("{}: a table without column or seed", component));
    }
    json_.push(columns, json_.integer(static_cast<std::int64_t>(attributes.at("column"))));
    json_.push(seeds, json_.integer(static_cast<std::int64_t>(attributes.at("seed"))));
    if (attributes.at("column") != i) {
      return refused(
          fmt::format("{}: table {} reads column {}", component, i, attributes.at("column")));
    }
    const auto count = rows->root().items()[i].integer().value_or(0);
    auto added = add_array(fmt::format("{}/embed/{}", name, i), *tables[i], "E",
                           {static_cast<std::uint64_t>(count), kWidth});
    if (!added) return added;
  }
  for (std::size_t i = 0; i < maxout.size(); ++i) {
    const std::string layer = i == 0 ? name + "/mix" : fmt::format("{}/encoder/{}", name, i - 1);
    const std::uint64_t inputs =
        kWidth * (i == 0 ? tables.size() + vectors.size() : nn::PackedConvolution::kWindow);
    constexpr std::uint64_t kPieces = nn::PackedConvolution::kPieces;
    auto added = add_array(layer + "/W", *maxout[i], "W", {kWidth, kPieces, inputs});
    if (added) added = add_array(layer + "/b", *maxout[i], "b", {kWidth, kPieces});
    if (added) added = add_array(layer + "/norm/G", *norms[i], "G", {kWidth});
    if (added) added = add_array(layer + "/norm/b", *norms[i], "b", {kWidth});
    if (!added) return added;
  }
  json_.set(about, "columns", columns);
  json_.set(about, "seeds", seeds);
  json_.set(about, "vectors", json_.boolean(!vectors.empty()));
  json_.set(about_, name, about);
  return vectors.empty() ? Result<void>{} : project_vectors(name, *vectors.front());
}

Result<void> Converter::add_tagger() {
  const auto nodes = leaves("tagger/model");
  if (!nodes) return tl::unexpected(nodes.error());
  const auto softmax = named(*nodes, "softmax");
  const auto cfg = Json::parse(file("tagger/cfg"));
  if (softmax.size() != 1 || !cfg) return refused("tagger: another form");
  const JsonWriter::Value tags = json_.array();
  const std::uint64_t count = cfg->root()["labels"].items().size();
  for (const JsonView& label : cfg->root()["labels"].items()) {
    json_.push(tags, json_.text(label.text().value_or("")));
  }
  json_.set(about_, "tags", tags);
  auto added = add_array("tagger/W", *softmax.front(), "W", {count, kWidth});
  if (added) added = add_array("tagger/b", *softmax.front(), "b", {count});
  return added;
}

// Classes in score order: by action, then by the label's number in `moves`, the largest first.
Result<void> Converter::add_transitions(const std::string& name, bool with_first_action) {
  const auto nodes = leaves((name + "/model").c_str());
  if (!nodes) return tl::unexpected(nodes.error());
  const auto lower = named(*nodes, "precomputable_affine"), linear = named(*nodes, "linear");
  if (lower.size() != 1 || linear.size() != 2) return refused(name + ": a scorer of another form");
  const auto packed = read_msgpack(file((name + "/moves").c_str()));
  const auto text = packed ? packed->text("moves") : std::nullopt;
  const auto moves = Json::parse(text.value_or(""));
  if (!moves) return refused(name + ": broken moves");
  std::map<std::string, JsonView> actions;
  for (const auto& [action, labels] : moves->root().members())
    actions[std::string(action)] = labels;
  const JsonWriter::Value list = json_.array();
  std::uint64_t classes = 0;
  for (const auto& [action, labels] : actions) {
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
  constexpr std::uint64_t kHidden = TransitionScorer::kHidden, kPieces = 2;
  const std::uint64_t features =
      name == "parser" ? ArcEagerParser::kFeatures : NameFinder::kFeatures;
  const std::tuple<const char*, const Node*, const char*, Shape> arrays[] = {
      {"/lower/W", lower[0], "W", {features, kHidden, kPieces, kHidden}},
      {"/lower/b", lower[0], "b", {kHidden, kPieces}},
      {"/lower/pad", lower[0], "pad", {1, features, kHidden, kPieces}},
      {"/upper/W", linear[0], "W", {classes, kHidden}},
      {"/upper/b", linear[0], "b", {classes}},
      {"/hidden/W", linear[1], "W", {kHidden, kWidth}},
      {"/hidden/b", linear[1], "b", {kHidden}}};
  for (const auto& [section, node, parameter, shape] : arrays) {
    if (auto added = add_array(name + section, *node, parameter, shape); !added) return added;
  }
  const JsonWriter::Value about = json_.object();
  json_.set(about, "moves", list);
  json_.set(about_, name, about);
  return {};
}

Result<void> Converter::add_vocabulary() {
  const auto lookups = read_msgpack(file("vocab/lookups.bin"));
  const MsgpackView* norms = lookups ? lookups->find("lexeme_norm") : nullptr;
  if (norms == nullptr) return refused("vocab/lookups.bin: no norms");
  std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs;
  for (const auto& [word, norm] : norms->members) {
    if (!norm.bytes.empty()) pairs.emplace_back(word.integer, string_id(norm.bytes));
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<std::uint64_t> words, values;
  for (const auto& [word, norm] : pairs) {
    words.push_back(word);
    values.push_back(norm);
  }
  out_.add("norms/words", words);
  out_.add("norms/norms", values);
  out_.add("tokenizer", file("tokenizer"));
  out_.add("ruler", file("attribute_ruler/patterns"));
  return {};
}

Result<void> Converter::add_lemmas() {
  const auto lookups = read_msgpack(file("lemmatizer/lookups/lookups.bin"));
  if (!lookups) return refused("lemmatizer: " + lookups.error().message);
  const auto table = [&](const char* name, std::string_view part) -> const MsgpackView* {
    const MsgpackView* whole = lookups->find(name);
    return whole != nullptr ? whole->find(string_id(part)) : nullptr;
  };
  JsonWriter json;
  const JsonWriter::Value rules = json.object();
  for (const std::string_view part : Lemmatizer::kParts) {
    const std::string section = "lemmas/" + std::string(part);
    if (const MsgpackView* list = table("lemma_rules", part)) {
      const JsonWriter::Value all = json.array();
      for (const MsgpackView& rule : list->items) {
        if (rule.items.size() != 2) return refused("lemmatizer: a broken rule");
        const JsonWriter::Value pair = json.array();
        json.push(pair, json.text(rule.items[0].bytes));
        json.push(pair, json.text(rule.items[1].bytes));
        json.push(all, pair);
      }
      json.set(rules, part, all);
    }
    if (const MsgpackView* exceptions = table("lemma_exc", part)) {
      std::map<std::string, std::string> sorted;
      for (const auto& [word, lemmas] : exceptions->members) {
        std::string joined;
        for (const MsgpackView& lemma : lemmas.items) {
          joined += (joined.empty() ? "" : "\n") + std::string(lemma.bytes);
        }
        sorted[std::string(word.bytes)] = joined;
      }
      std::vector<std::string> words, lemmas;
      for (const auto& [word, joined] : sorted) {
        words.push_back(word);
        lemmas.push_back(joined);
      }
      StringTableView::write(out_, section + "/words", words);
      StringTableView::write(out_, section + "/lemmas", lemmas);
    }
    if (const MsgpackView* index = table("lemma_index", part)) {
      std::set<std::string> words;
      for (const MsgpackView& word : index->items) words.emplace(word.bytes);
      StringTableView::write(out_, section + "/index", {words.begin(), words.end()});
    }
  }
  out_.add("lemmas/rules", json.write(rules));
  return {};
}

Result<void> Converter::read() {
  auto done = read_files();
  return done ? check_settings() : done;
}

Result<std::string> Converter::convert() {
  about_ = json_.object();
  auto done = read();
  if (done) done = add_vocabulary();
  if (done) done = add_vectors();
  if (done) done = add_tok2vec("tok2vec/model", "tok2vec");
  if (done) done = add_tok2vec("ner/model", "ner_tok2vec");
  if (done) done = add_tagger();
  if (done) done = add_transitions("parser", true);
  if (done) done = add_transitions("ner", false);
  if (done) done = add_lemmas();
  if (!done) {
    return failure(Fault::model, fmt::format("{}: {}", package_.string(), done.error().message));
  }
  json_.set(about_, "name", description_.name);
  json_.set(about_, "version", description_.version);
  json_.set(about_, "source", description_.source);
  out_.add("about", json_.write(about_));
  return out_.finish();
}

}  // namespace
}  // namespace spacy

Result<ModelDescription> describe_package(const std::filesystem::path& package) {
  spacy::Converter converter(package);
  if (auto done = converter.read(); !done) {
    return failure(Fault::model, fmt::format("{}: {}", package.string(), done.error().message));
  }
  return converter.description();
}

Result<ModelDescription> convert_package(const std::filesystem::path& package,
                                         const std::filesystem::path& file) {
  spacy::Converter converter(package);
  const auto bytes = converter.convert();
  if (!bytes) return tl::unexpected(bytes.error());
  // What only loading looks into, such as the ruler's conditions, is refused here too.
  if (const auto model = LanguageModel::from_bytes(*bytes); !model) {
    return failure(Fault::model, fmt::format("{}: {}", package.string(), model.error().message));
  }
  if (auto written = write_file(file, *bytes); !written) return tl::unexpected(written.error());
  ModelDescription description = converter.description();
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
