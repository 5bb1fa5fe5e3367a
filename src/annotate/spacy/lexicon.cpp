#include "annotate/spacy/lexicon.h"

#include <algorithm>

#include "annotate/spacy/base_norms.h"
#include "annotate/spacy/characters.h"
#include "annotate/spacy/string_id.h"

namespace stemma::spacy {

Result<NormTable> NormTable::load(const ModelFile& file) {
  auto words = file.keys("norms/words");
  auto norms = file.keys("norms/norms");
  if (!words) return tl::unexpected(words.error());
  if (!norms) return tl::unexpected(norms.error());
  if (words->size() != norms->size()) {
    return failure(Fault::model, "damaged model file: norms of another number than words");
  }
  NormTable table;
  table.words_ = *words;
  table.norms_ = *norms;
  return table;
}

std::uint64_t NormTable::norm_of(std::uint64_t orth, std::string_view text,
                                 std::string_view lower) const {
  const auto found = std::lower_bound(words_.begin(), words_.end(), orth);
  if (found != words_.end() && *found == orth) {
    return norms_[static_cast<std::size_t>(found - words_.begin())];
  }
  if (const auto norm = base_norm(text)) return string_id(*norm);
  return string_id(lower);
}

void Lexicon::clear() {
  lexeme_numbers_.clear();
  lexemes_.clear();
  type_numbers_.clear();
  types_.clear();
  text_bytes_ = 0;
}

std::uint32_t Lexicon::lexeme_of(std::string_view text, const NormTable& norms,
                                 const AttributeRuler& ruler, PatternScratch& scratch) {
  if (const auto found = lexeme_numbers_.find(text); found != lexeme_numbers_.end()) {
    return found->second;
  }
  Lexeme lexeme;
  lexeme.text = std::string(text);
  lexeme.lower = lower(text);
  lexeme.orth = string_id(text);
  lexeme.norm = norms.norm_of(lexeme.orth, text, lexeme.lower);
  lexeme.prefix = string_id(first_character(text));
  lexeme.suffix = string_id(last_characters(text, 3));
  lexeme.shape = string_id(shape_of(text));
  lexeme.is_blank = is_blank(text);
  lexeme.word = ruler.classify(lexeme.lower, scratch);
  text_bytes_ += 2 * lexeme.text.size() + lexeme.lower.size();  // the map has a copy
  const auto number = static_cast<std::uint32_t>(lexemes_.size());
  lexemes_.push_back(std::move(lexeme));
  lexeme_numbers_.emplace(lexemes_.back().text, number);
  return number;
}

std::uint32_t Lexicon::type_of(std::string_view text, std::uint64_t norm, bool space,
                               const NormTable& norms, const AttributeRuler& ruler,
                               PatternScratch& scratch) {
  const std::uint32_t number = lexeme_of(text, norms, ruler, scratch);
  Lexeme& lexeme = lexemes_[number];
  const bool is_own = norm == 0 || norm == lexeme.norm;
  std::uint32_t& known = lexeme.types[space ? 1 : 0];
  if (is_own && known != Lexeme::kNoType) return known;
  const std::uint64_t effective = is_own ? lexeme.norm : norm;
  const auto [entry, is_new] = type_numbers_.try_emplace(Key{effective, number, space},
                                                         static_cast<std::uint32_t>(types_.size()));
  if (is_new) types_.push_back({number, effective, space});
  if (is_own) known = entry->second;
  return entry->second;
}

}  // namespace stemma::spacy
