#include "annotate/spacy/lemmatizer.h"

#include <algorithm>

#include "annotate/spacy/characters.h"
#include "base/json.h"
#include "base/text.h"

namespace stemma::spacy {

Morphology read_morphology(std::string_view features) {
  Morphology m;
  for (const std::string_view feature : split(features, '|')) {
    if (feature.starts_with("Number=")) m.no_number = false;
    if (feature == "Number=Sing") m.singular = true;
    if (feature == "VerbForm=Inf") m.infinitive = true;
    if (feature == "VerbForm=Fin") m.finite = true;
    if (feature == "VerbForm=None") m.no_verb_form = true;
    if (feature == "Tense=Pres") m.present = true;
    if (feature == "Degree=Pos") m.positive = true;
  }
  return m;
}

bool Lemmatizer::is_base_form(Pos pos, const Morphology& m) {
  if (pos == Pos::noun && m.singular) return true;
  if (pos == Pos::verb && m.finite && m.present && m.no_number) return true;
  return m.infinitive || m.no_verb_form || m.positive;
}

Result<Lemmatizer> Lemmatizer::load(const ModelFile& file) {
  Lemmatizer lemmatizer;
  auto rules = Json::parse(file.bytes("lemmas/rules"));
  if (!rules) return failure(Fault::model, "lemma rules: " + rules.error().message);
  for (std::size_t i = 0; i < kParts.size(); ++i) {
    Tables& tables = lemmatizer.tables_[i];
    for (const JsonView& rule : rules->root()[kParts[i]].items()) {
      const auto parts = rule.items();
      if (parts.size() != 2 || !parts[0].text() || !parts[1].text()) {
        return failure(Fault::model, "a broken lemma rule");
      }
      tables.rules.emplace_back(*parts[0].text(), *parts[1].text());
    }
    const std::string name = "lemmas/" + std::string(kParts[i]);
    const std::pair<const char*, StringTableView*> parts[] = {
        {"/words", &tables.exceptions},
        {"/lemmas", &tables.exception_lemmas},
        {"/index", &tables.index},
    };
    for (const auto& [part, table] : parts) {
      if (file.bytes(name + part + "/ends").empty()) continue;  // "punct" has rules alone
      auto loaded = StringTableView::load(file, name + part);
      if (!loaded) return tl::unexpected(loaded.error());
      *table = *loaded;
    }
    if (tables.exceptions.size() != tables.exception_lemmas.size()) {
      return failure(Fault::model, "lemma exceptions without their lemmas");
    }
  }
  return lemmatizer;
}

const Lemmatizer::Tables* Lemmatizer::tables_of(Pos pos) const {
  switch (pos) {
    case Pos::adj:
      return &tables_[0];
    case Pos::noun:
      return &tables_[1];
    case Pos::verb:
      return &tables_[2];
    case Pos::adv:
      return &tables_[3];
    case Pos::punct:
      return &tables_[4];
    default:
      return nullptr;
  }
}

std::string Lemmatizer::lemma(std::string_view text, const std::string& lower, Pos pos,
                              bool base_form) const {
  if (base_form || pos == Pos::none || pos == Pos::space) return lower;
  if (const Tables* tables = tables_of(pos)) return by_rules(*tables, text, lower);
  return pos == Pos::propn ? std::string(text) : lower;
}

std::string Lemmatizer::by_rules(const Tables& tables, std::string_view text,
                                 const std::string& lower) const {
  // Of spaCy's list of forms only the first is read. Exceptions are put before it in their order,
  // so the last one that is not yet a form stands first; then indexed forms, last rule first; then
  // forms with other characters than letters, first rule first.
  std::vector<std::string> indexed, unusual, unknown;
  for (const auto& [ending, replacement] : tables.rules) {
    if (!lower.ends_with(ending)) continue;
    std::string form = lower.substr(0, lower.size() - ending.size()) + replacement;
    if (form.empty()) continue;
    if (tables.index.contains(form)) {
      indexed.push_back(std::move(form));
    } else if (!is_alphabetic(form)) {
      unusual.push_back(std::move(form));
    } else {
      unknown.push_back(std::move(form));
    }
  }
  const auto is_form = [&](std::string_view lemma) {
    return std::find(indexed.begin(), indexed.end(), lemma) != indexed.end() ||
           std::find(unusual.begin(), unusual.end(), lemma) != unusual.end();
  };
  if (const std::size_t at = tables.exceptions.find(lower); at != tables.exceptions.size()) {
    const auto lemmas = split(tables.exception_lemmas[at], '\n');
    for (auto lemma = lemmas.rbegin(); lemma != lemmas.rend(); ++lemma) {
      if (!is_form(*lemma)) return std::string(*lemma);
    }
  }
  if (!indexed.empty()) return indexed.back();
  if (!unusual.empty()) return unusual.front();
  if (!unknown.empty()) return unknown.front();
  return std::string(text);
}

}  // namespace stemma::spacy
