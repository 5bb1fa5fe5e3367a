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
#include "annotate/spacy/string_id.h"
#include "annotate/spacy/tok2vec.h"
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
                                  "vocab/key2row",
                                  "tok2vec/model",
                                  "tagger/model",
                                  "tagger/cfg",
                                  "parser/model",
                                  "parser/moves",
                                  "ner/model",
                                  "ner/moves",
                                  "attribute_ruler/patterns",
                                  "lemmatizer/lookups/lookups.bin"};

/// One layer of a component with its own parameters.
struct Node {
  std::string name;
  std::map<std::string, MsgpackArray> parameters;
  std::map<std::string, std::uint64_t> attributes;
};

class Converter {
 public:
  explicit Converter(fs::path package) : package_(std::move(package)) {}

  Result<std::string> convert();
  ModelDescription description() const { return description_; }

 private:
  Result<void> read_files();
  Result<void> check_config();
  Result<void> add_vocabulary();
  Result<void> add_vectors();
  Result<void> add_tok2vec(const char* component, const std::string& name);
  Result<void> add_tagger();
  Result<void> add_transitions(const std::string& name, bool with_missing);
  Result<void> add_lemmas();
  Result<std::vector<Node>> leaves(const char* component);
  Result<void> add_array(const std::string& section, const Node& node, const char* parameter);
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

// Value of a key in the section of config.cfg: an INI file whose values are JSON.
std::string config_value(const std::string& config, std::string_view section,
                         std::string_view key) {
  std::string current;
  for (const std::string_view line : split(config, '\n')) {
    const std::string_view text = trim(line);
    if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
      current = text.substr(1, text.size() - 2);
    } else if (current == section) {
      const std::size_t equals = text.find('=');
      if (equals != std::string_view::npos && trim(text.substr(0, equals)) == key) {
        return std::string(trim(text.substr(equals + 1)));
      }
    }
  }
  return "";
}

Result<void> Converter::check_config() {
  const std::string& config = file("config.cfg");
  const auto names = [&](std::string_view key) {
    std::set<std::string> set;
    const auto json = Json::parse(config_value(config, "nlp", key));
    if (!json) return set;
    for (const JsonView& item : json->root().items()) set.emplace(item.text().value_or(""));
    return set;
  };
  const std::set<std::string> pipeline = names("pipeline"), disabled = names("disabled");
  static const std::map<std::string, std::string> kFactories = {
      {"tok2vec", "tok2vec"},       {"tagger", "tagger"},
      {"parser", "parser"},         {"attribute_ruler", "attribute_ruler"},
      {"lemmatizer", "lemmatizer"}, {"ner", "ner"}};
  for (const std::string& component : pipeline) {
    if (disabled.contains(component)) continue;
    const auto known = kFactories.find(component);
    const std::string factory = config_value(config, "components." + component, "factory");
    if (known == kFactories.end() || factory != "\"" + known->second + "\"") {
      return refused(
          fmt::format("the pipeline has the component '{}' ({}), which is not known here",
                      component, factory.empty() ? "no factory" : factory));
    }
  }
  for (const auto& [component, factory] : kFactories) {
    if (!pipeline.contains(component)) {
      return refused(fmt::format("the pipeline lacks the component '{}'", component));
    }
  }
  std::vector<std::string> order;
  const auto listed = Json::parse(config_value(config, "nlp", "pipeline"));
  for (const JsonView& item : listed->root().items()) {
    std::string component(item.text().value_or(""));
    if (!disabled.contains(component)) order.push_back(std::move(component));
  }
  // Later components read what earlier ones wrote.
  if (order != std::vector<std::string>{"tok2vec", "tagger", "parser", "attribute_ruler",
                                        "lemmatizer", "ner"}) {
    return refused(
        fmt::format("the pipeline has the order {}, which is not known", fmt::join(order, ", ")));
  }
  static constexpr struct {
    const char *section, *key, *value;
  } kKnown[] = {
      {"components.tok2vec.model", "@architectures", "spacy.Tok2Vec.v2"},
      {"components.tok2vec.model.embed", "@architectures", "spacy.MultiHashEmbed.v2"},
      {"components.tok2vec.model.encode", "@architectures", "spacy.MaxoutWindowEncoder.v2"},
      {"components.ner.model", "@architectures", "spacy.TransitionBasedParser.v2"},
      {"components.ner.model.tok2vec", "@architectures", "spacy.Tok2Vec.v2"},
      {"components.ner.model.tok2vec.embed", "@architectures", "spacy.MultiHashEmbed.v2"},
      {"components.ner.model.tok2vec.encode", "@architectures", "spacy.MaxoutWindowEncoder.v2"},
      {"components.parser.model", "@architectures", "spacy.TransitionBasedParser.v2"},
      {"components.parser.model.tok2vec", "@architectures", "spacy.Tok2VecListener.v1"},
      {"components.tagger.model", "@architectures", "spacy.Tagger.v2"},
      {"components.tagger.model.tok2vec", "@architectures", "spacy.Tok2VecListener.v1"},
      {"components.lemmatizer", "mode", "rule"}};
  for (const auto& known : kKnown) {
    const std::string found = config_value(config, known.section, known.key);
    if (found != '"' + std::string(known.value) + '"') {
      return refused(fmt::format("{} has the {} {}, which is not known here", known.section,
                                 known.key[0] == '@' ? "architecture" : known.key,
                                 found.empty() ? "(none)" : found));
    }
  }
  const auto meta = Json::parse(file("meta.json"));
  if (!meta) return refused("meta.json: " + meta.error().message);
  const std::string language(meta->root()["lang"].text().value_or(""));
  if (language != "en") return refused(fmt::format("the language is '{}', not English", language));
  description_.name = language + "_" + std::string(meta->root()["name"].text().value_or("?"));
  description_.version = std::string(meta->root()["version"].text().value_or("?"));
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
    node.name = std::string(nodes->items[i].text("name").value_or(""));
    for (const auto& [key, value] : parameters->items[i].members) {
      if (const auto array = float_array(value)) node.parameters[std::string(key.bytes)] = *array;
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
                                  const char* parameter) {
  const auto found = node.parameters.find(parameter);
  if (found == node.parameters.end()) {
    return refused(fmt::format("{}: layer '{}' lacks '{}'", section, node.name, parameter));
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
  if (npy.size() < 10 || npy.compare(0, 6, "\x93NUMPY") != 0)
    return refused("vocab/vectors: no array");
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
    return refused(name + ": static vectors of another shape");
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
  const JsonWriter::Value about = json_.object(), columns = json_.array(), seeds = json_.array();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const auto& attributes = tables[i]->attributes;
    if (!attributes.contains("column") || !attributes.contains("seed")) {
      return refused(fmt::format("{}: a table without column or seed", component));
    }
    json_.push(columns, json_.integer(static_cast<std::int64_t>(attributes.at("column"))));
    json_.push(seeds, json_.integer(static_cast<std::int64_t>(attributes.at("seed"))));
    auto added = add_array(fmt::format("{}/embed/{}", name, i), *tables[i], "E");
    if (!added) return added;
  }
  for (std::size_t i = 0; i < maxout.size(); ++i) {
    const std::string layer = i == 0 ? name + "/mix" : fmt::format("{}/encoder/{}", name, i - 1);
    for (const char* parameter : {"W", "b"}) {
      if (auto added = add_array(layer + "/" + parameter, *maxout[i], parameter); !added)
        return added;
    }
    for (const char* parameter : {"G", "b"}) {
      auto added = add_array(layer + "/norm/" + parameter, *norms[i], parameter);
      if (!added) return added;
    }
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
  for (const JsonView& label : cfg->root()["labels"].items()) {
    json_.push(tags, json_.text(label.text().value_or("")));
  }
  json_.set(about_, "tags", tags);
  for (const char* parameter : {"W", "b"}) {
    auto added = add_array(std::string("tagger/") + parameter, *softmax.front(), parameter);
    if (!added) return added;
  }
  return {};
}

// Classes in score order: by action, then by the label's number in `moves`, the largest first.
Result<void> Converter::add_transitions(const std::string& name, bool with_first_action) {
  const auto nodes = leaves((name + "/model").c_str());
  if (!nodes) return tl::unexpected(nodes.error());
  const auto lower = named(*nodes, "precomputable_affine"), linear = named(*nodes, "linear");
  if (lower.size() != 1 || linear.size() != 2) return refused(name + ": a scorer of another form");
  const std::tuple<const char*, const Node*, const char*> arrays[] = {
      {"/lower/W", lower[0], "W"},  {"/lower/b", lower[0], "b"},  {"/lower/pad", lower[0], "pad"},
      {"/upper/W", linear[0], "W"}, {"/upper/b", linear[0], "b"}, {"/hidden/W", linear[1], "W"},
      {"/hidden/b", linear[1], "b"}};
  for (const auto& [section, node, parameter] : arrays) {
    if (auto added = add_array(name + section, *node, parameter); !added) return added;
  }
  const auto packed = read_msgpack(file((name + "/moves").c_str()));
  const auto text = packed ? packed->text("moves") : std::nullopt;
  const auto moves = Json::parse(text.value_or(""));
  if (!moves) return refused(name + ": broken moves");
  std::map<std::string, JsonView> actions;
  for (const auto& [action, labels] : moves->root().members())
    actions[std::string(action)] = labels;
  const JsonWriter::Value list = json_.array();
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
    }
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

Result<std::string> Converter::convert() {
  about_ = json_.object();
  auto done = read_files();
  if (done) done = check_config();
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
