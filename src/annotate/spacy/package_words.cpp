#include "annotate/spacy/package_words.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/spacy/lemmatizer.h"
#include "annotate/spacy/msgpack.h"
#include "annotate/spacy/package_refusal.h"
#include "annotate/spacy/string_id.h"
#include "base/json.h"

namespace stemma::spacy {
namespace {

void write_exceptions(const MsgpackView& exceptions, const std::string& section,
                      ModelFileWriter& out) {
  std::map<std::string, std::string> sorted;
  for (const auto& [word, lemmas] : exceptions.members) {
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
  StringTableView::write(out, section + "/words", words);
  StringTableView::write(out, section + "/lemmas", lemmas);
}

// The pairs of endings in a list of rules, as JSON.
Result<JsonWriter::Value> rule_pairs(const MsgpackView& list, JsonWriter& json) {
  const JsonWriter::Value all = json.array();
  for (const MsgpackView& rule : list.items) {
    if (rule.items.size() != 2) return refused("lemmatizer: a broken rule");
    const JsonWriter::Value pair = json.array();
    json.push(pair, json.text(rule.items[0].bytes));
    json.push(pair, json.text(rule.items[1].bytes));
    json.push(all, pair);
  }
  return all;
}

}  // namespace

Result<void> write_vocabulary(const PackageFiles& files, ModelFileWriter& out) {
  const auto lookups = read_msgpack(files["vocab/lookups.bin"]);
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
  out.add("norms/words", words);
  out.add("norms/norms", values);
  out.add("tokenizer", files["tokenizer"]);
  out.add("ruler", files["attribute_ruler/patterns"]);
  return {};
}

Result<void> write_lemmas(const PackageFiles& files, ModelFileWriter& out) {
  const auto lookups = read_msgpack(files["lemmatizer/lookups/lookups.bin"]);
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
      const auto pairs = rule_pairs(*list, json);
      if (!pairs) return tl::unexpected(pairs.error());
      json.set(rules, part, *pairs);
    }
    if (const MsgpackView* exceptions = table("lemma_exc", part)) {
      write_exceptions(*exceptions, section, out);
    }
    if (const MsgpackView* index = table("lemma_index", part)) {
      std::set<std::string> words;
      for (const MsgpackView& word : index->items) words.emplace(word.bytes);
      StringTableView::write(out, section + "/index", {words.begin(), words.end()});
    }
  }
  out.add("lemmas/rules", json.write(rules));
  return {};
}

}  // namespace stemma::spacy
