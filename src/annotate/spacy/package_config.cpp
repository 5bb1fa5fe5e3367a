#include "annotate/spacy/package_config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/text.h"

namespace stemma::spacy {
namespace {

constexpr int kMaxReferences = 4;  // one after another

tl::unexpected<Error> refused(const std::string& why) {
  return failure(Fault::model, "config.cfg: " + why);
}

// Without the blanks outside of texts.
std::string compact(std::string_view json) {
  std::string out;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '"' && (i == 0 || json[i - 1] != '\\')) in_text = !in_text;
    if (in_text || json[i] != ' ') out += json[i];
  }
  return out;
}

std::string member_of(std::string_view object, std::string_view key) {
  const auto json = Json::parse(object);
  if (!json) return "";
  const JsonView member = json->root()[key];
  if (const auto text = member.text()) return '"' + std::string(*text) + '"';
  if (const auto number = member.integer()) return std::to_string(*number);
  return "";
}

constexpr const char* kOrder[] = {"tok2vec",         "tagger",     "parser",
                                  "attribute_ruler", "lemmatizer", "ner"};

// What a value must be; where several are listed, with '|', any of them is right.
struct Known {
  const char *section, *key, *values;
};
constexpr Known kKnown[] = {
    {"nlp", "before_creation", "null|"},
    {"nlp", "after_creation", "null|"},
    {"nlp", "after_pipeline_creation", "null|"},
    {"nlp.tokenizer", "@tokenizers", "\"spacy.Tokenizer.v1\""},
    {"nlp.vectors", "@vectors", "\"spacy.Vectors.v1\"|"},
    {"components.tok2vec.model", "@architectures", "\"spacy.Tok2Vec.v2\""},
    {"components.tok2vec.model.embed", "@architectures", "\"spacy.MultiHashEmbed.v2\""},
    {"components.tok2vec.model.embed", "width", "96"},
    {"components.tok2vec.model.embed", "attrs",
     R"(["NORM","PREFIX","SUFFIX","SHAPE","SPACY","IS_SPACE"])"},
    {"components.tok2vec.model.encode", "@architectures", "\"spacy.MaxoutWindowEncoder.v2\""},
    {"components.tok2vec.model.encode", "width", "96"},
    {"components.tok2vec.model.encode", "depth", "4"},
    {"components.tok2vec.model.encode", "window_size", "1"},
    {"components.tok2vec.model.encode", "maxout_pieces", "3"},
    {"components.tagger.model", "@architectures", "\"spacy.Tagger.v2\""},
    {"components.tagger.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
    {"components.tagger.model.tok2vec", "width", "96"},
    {"components.tagger.model.tok2vec", "upstream", "\"tok2vec\"|\"*\""},
    {"components.parser", "learn_tokens", "false"},
    {"components.parser.model", "@architectures", "\"spacy.TransitionBasedParser.v2\""},
    {"components.parser.model", "state_type", "\"parser\""},
    {"components.parser.model", "extra_state_tokens", "false"},
    {"components.parser.model", "hidden_width", "64"},
    {"components.parser.model", "maxout_pieces", "2"},
    {"components.parser.model", "use_upper", "true"},
    {"components.parser.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
    {"components.parser.model.tok2vec", "width", "96"},
    {"components.parser.model.tok2vec", "upstream", "\"tok2vec\"|\"*\""},
    {"components.lemmatizer", "mode", "\"rule\""},
    {"components.lemmatizer", "overwrite", "false"},
    {"components.ner.model", "@architectures", "\"spacy.TransitionBasedParser.v2\""},
    {"components.ner.model", "state_type", "\"ner\""},
    {"components.ner.model", "extra_state_tokens", "false"},
    {"components.ner.model", "hidden_width", "64"},
    {"components.ner.model", "maxout_pieces", "2"},
    {"components.ner.model", "use_upper", "true"},
    {"components.ner.model.tok2vec", "@architectures", "\"spacy.Tok2Vec.v2\""},
    {"components.ner.model.tok2vec.embed", "@architectures", "\"spacy.MultiHashEmbed.v2\""},
    {"components.ner.model.tok2vec.embed", "width", "96"},
    {"components.ner.model.tok2vec.embed", "attrs", R"(["NORM","PREFIX","SUFFIX","SHAPE"])"},
    {"components.ner.model.tok2vec.encode", "@architectures", "\"spacy.MaxoutWindowEncoder.v2\""},
    {"components.ner.model.tok2vec.encode", "width", "96"},
    {"components.ner.model.tok2vec.encode", "depth", "4"},
    {"components.ner.model.tok2vec.encode", "window_size", "1"},
    {"components.ner.model.tok2vec.encode", "maxout_pieces", "3"}};

Result<void> check_components(const PackageConfig& config) {
  const auto pipeline = config.texts("nlp", "pipeline");
  if (!pipeline) {
    return refused(
        fmt::format("nlp.pipeline is no list of names: {}", config.value("nlp", "pipeline")));
  }
  const auto listed = config.texts("nlp", "disabled").value_or(std::vector<std::string>{});
  const std::set<std::string> disabled(listed.begin(), listed.end());
  std::vector<std::string> order;
  for (const std::string& component : *pipeline) {
    if (!disabled.contains(component)) order.push_back(component);
  }
  for (const std::string& component : order) {
    const std::string factory = config.value("components." + component, "factory");
    if (std::find(std::begin(kOrder), std::end(kOrder), component) == std::end(kOrder) ||
        factory != '"' + component + '"') {
      return refused(
          fmt::format("the pipeline has the component '{}' ({}), which is not known here",
                      component, factory.empty() ? "no factory" : factory));
    }
  }
  for (const char* component : kOrder) {
    if (std::find(order.begin(), order.end(), component) == order.end()) {
      return refused(fmt::format("the pipeline lacks the component '{}'", component));
    }
  }
  // Later components read what earlier ones wrote.
  if (!std::equal(order.begin(), order.end(), std::begin(kOrder), std::end(kOrder))) {
    return refused(fmt::format("the pipeline has the order {}, which is not known; it is {} here",
                               fmt::join(order, ", "), fmt::join(kOrder, ", ")));
  }
  return {};
}

}  // namespace

PackageConfig::PackageConfig(std::string_view text) {
  std::string section;
  for (const std::string_view raw : split(text, '\n')) {
    const std::string_view line = trim(raw);
    const std::size_t equals = line.find('=');
    if (line.size() > 2 && line.front() == '[' && line.back() == ']') {
      section = line.substr(1, line.size() - 2);
    } else if (equals != std::string_view::npos) {
      values_[fmt::format("{}:{}", section, trim(line.substr(0, equals)))] =
          compact(trim(line.substr(equals + 1)));
    }
  }
}

std::string PackageConfig::value(std::string_view section, std::string_view key) const {
  return value(section, key, kMaxReferences);
}

std::string PackageConfig::value(std::string_view section, std::string_view key,
                                 int references) const {
  const auto found = values_.find(fmt::format("{}:{}", section, key));
  if (found == values_.end()) {
    const std::size_t dot = section.rfind('.');
    if (dot == std::string_view::npos) return "";
    const auto parent =
        values_.find(fmt::format("{}:{}", section.substr(0, dot), section.substr(dot + 1)));
    return parent == values_.end() ? "" : member_of(parent->second, key);
  }
  const std::string_view text = found->second;
  const std::size_t colon = text.find(':');
  if (!text.starts_with("${") || !text.ends_with('}') || colon == std::string_view::npos) {
    return std::string(text);
  }
  if (references == 0) return "";
  return value(text.substr(2, colon - 2), text.substr(colon + 1, text.size() - colon - 2),
               references - 1);
}

std::optional<std::vector<std::string>> PackageConfig::texts(std::string_view section,
                                                             std::string_view key) const {
  const auto json = Json::parse(value(section, key));
  if (!json || !json->root().is_array()) return std::nullopt;
  std::vector<std::string> texts;
  for (const JsonView& item : json->root().items()) {
    if (!item.text()) return std::nullopt;
    texts.emplace_back(*item.text());
  }
  return texts;
}

Result<void> check_config(const PackageConfig& config) {
  if (auto checked = check_components(config); !checked) return checked;
  for (const Known& known : kKnown) {
    const std::string found = config.value(known.section, known.key);
    const auto accepted = split(known.values, '|');
    if (std::find(accepted.begin(), accepted.end(), found) != accepted.end()) continue;
    return refused(fmt::format("{} has the {} {}, which is not known here; known is {}",
                               known.section,
                               known.key[0] == '@' ? std::string_view("architecture") : known.key,
                               found.empty() ? "(none)" : found, accepted.front()));
  }
  return {};
}

}  // namespace stemma::spacy
