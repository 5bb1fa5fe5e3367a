#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/spacy/attribute_ruler.h"
#include "annotate/spacy/model_file.h"
#include "annotate/spacy/text_map.h"
#include "base/result.h"

namespace stemma::spacy {

/// A word's text and all that follows from it alone.
struct Lexeme {
  std::string text, lower;
  std::uint64_t orth = 0, norm = 0, prefix = 0, suffix = 0, shape = 0;
  bool is_blank = false;
  WordClass word;
  /// Its types with the word's own norm, without and with a blank after it; kNoType: not met yet.
  std::array<std::uint32_t, 2> types = {kNoType, kNoType};
  static constexpr std::uint32_t kNoType = ~std::uint32_t{0};
};

/// A lexeme in its two settings: the norm that an exception gave it, and whether one blank follows.
/// The encoders see nothing else of a token, so what they compute of it can be kept by type.
struct TokenType {
  std::uint32_t lexeme = 0;
  std::uint64_t norm = 0;
  bool space = false;
};

/// Norms that the model's vocabulary gives words, by their ids.
class NormTable {
 public:
  static Result<NormTable> load(const ModelFile& file);
  /// The id of the word's norm: from the table, from the shared language data, else its lower case.
  std::uint64_t norm_of(std::uint64_t orth, std::string_view text, std::string_view lower) const;

 private:
  std::span<const std::uint64_t> words_, norms_;  // words ascending
};

/// The lexemes and token types that one thread has met with one model. Numbers stay what they are
/// until it is cleared, which its owner does when it is full.
class Lexicon {
 public:
  static constexpr std::size_t kMaxTypes = 40'000;
  static constexpr std::size_t kMaxTextBytes = std::size_t{16} << 20;  ///< of all lexemes

  bool is_full() const { return types_.size() >= kMaxTypes || text_bytes_ >= kMaxTextBytes; }
  void clear();

  std::uint32_t type_of(std::string_view text, std::uint64_t norm, bool space,
                        const NormTable& norms, const AttributeRuler& ruler,
                        PatternScratch& scratch);

  const TokenType& type(std::uint32_t i) const { return types_[i]; }
  const Lexeme& lexeme(std::uint32_t i) const { return lexemes_[i]; }
  const Lexeme& lexeme_of_type(std::uint32_t i) const { return lexemes_[types_[i].lexeme]; }
  std::size_t types() const { return types_.size(); }

 private:
  struct Key {
    std::uint64_t norm;
    std::uint32_t lexeme;
    bool space;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return (key.norm ^ (std::uint64_t{key.lexeme} * 2 + (key.space ? 1 : 0))) *
             0x9E3779B97F4A7C15ULL;
    }
  };

  std::uint32_t lexeme_of(std::string_view text, const NormTable& norms,
                          const AttributeRuler& ruler, PatternScratch& scratch);

  TextMap<std::uint32_t> lexeme_numbers_;
  std::vector<Lexeme> lexemes_;
  std::unordered_map<Key, std::uint32_t, KeyHash> type_numbers_;
  std::vector<TokenType> types_;
  std::size_t text_bytes_ = 0;
};

}  // namespace stemma::spacy
