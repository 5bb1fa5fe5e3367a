#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/spacy/model_file.h"
#include "base/result.h"
#include "model/grammar.h"

namespace stemma::spacy {

/// The features of a token's morphology ("Number=Sing|Tense=Past") that decide whether a form is
/// already a lemma.
struct Morphology {
  bool singular = false, no_number = true;
  bool infinitive = false, finite = false, present = false;
  bool no_verb_form = false;  ///< VerbForm=None, as the model's rules write it
  bool positive = false;      ///< Degree=Pos
};
Morphology read_morphology(std::string_view features);

/// spaCy's rule lemmatizer for English, in the order of 3.8.18: of several forms that the index
/// knows the one of the last rule wins.
class Lemmatizer {
 public:
  static Result<Lemmatizer> load(const ModelFile& file);

  /// Whether a word of this kind is its own lemma, lower-cased.
  static bool is_base_form(Pos pos, const Morphology& morphology);

  /// The lemma of a word; `lower` is the word in lower case. Depends on nothing but its arguments.
  std::string lemma(std::string_view text, const std::string& lower, Pos pos,
                    bool is_base_form) const;

  /// The parts of speech with tables, as spaCy names them, in the order of the file's sections.
  static constexpr std::array<std::string_view, 5> kParts = {"adj", "noun", "verb", "adv", "punct"};

 private:
  struct Tables {
    std::vector<std::pair<std::string, std::string>> rules;  // ending, replacement
    StringTableView exceptions;                              // words
    StringTableView exception_lemmas;  // of each word, separated by a line break
    StringTableView index;             // lemmas that are words
  };
  std::string by_rules(const Tables& tables, std::string_view text, const std::string& lower) const;
  const Tables* tables_of(Pos pos) const;

  std::array<Tables, kParts.size()> tables_;
};

}  // namespace stemma::spacy
