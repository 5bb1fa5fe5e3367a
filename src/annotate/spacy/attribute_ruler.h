#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/spacy/msgpack.h"
#include "annotate/spacy/pattern.h"
#include "annotate/spacy/text_map.h"
#include "base/result.h"
#include "model/grammar.h"

namespace stemma::spacy {

/// The names of a pipeline's tags, or of its dependency labels. At most kMaxNames, so that a set of
/// them is one number.
class Names {
 public:
  static constexpr std::size_t kMaxNames = 64;

  /// The number of the name, which is added when it is new; nullopt when there is no room.
  std::optional<std::uint8_t> add(std::string_view name);
  const std::string& operator[](std::size_t i) const { return names_[i]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
};

/// What the rules read of a word, worked out once a lexeme.
struct WordClass {
  std::uint32_t literal = 0;  ///< 0: no rule names this word
  std::uint32_t regexes = 0;  ///< set of the rules' regular expressions that fit it
};

/// What the rules read of a token: the tagger's tag and the parser's label.
struct RuledToken {
  WordClass word;
  std::uint8_t tag = 0, dep = 0;
  bool blank = false;
};

/// What the rules say of a token.
struct Analysis {
  std::uint8_t tag = 0, dep = 0;
  Pos pos = Pos::none;
  std::uint32_t morph = 0;             ///< index into AttributeRuler::morphs()
  std::optional<std::uint32_t> lemma;  ///< index into AttributeRuler::lemmas()
};

/// spaCy's attribute ruler: rules over one or two tokens that map tags, words and labels to part of
/// speech, morphology and some lemmas. All rules are tried on the tokens as they were; later rules
/// win, attribute by attribute.
class AttributeRuler {
 public:
  /// Adds the tags and labels that rules name.
  static Result<AttributeRuler> load(const MsgpackView& rules, Names& tags, Names& deps);

  WordClass classify(std::string_view lower, PatternScratch& scratch) const;

  struct Scratch {
    std::vector<std::uint32_t> hits;
  };
  /// Analyses token `at` of `tokens`. O(rules that name its tag or word).
  Analysis analyse(std::span<const RuledToken> tokens, std::size_t at, Scratch& scratch) const;

  /// What rules can set: parts of speech and sets of numbers of tags and of labels, as bits.
  struct Outcomes {
    std::uint64_t tags = 0, deps = 0;
    std::vector<Pos> pos;  ///< sorted, each once
  };
  Outcomes outcomes() const;
  const std::vector<std::string>& morphs() const { return morphs_; }  ///< [0] is empty
  const std::vector<std::string>& lemmas() const { return lemmas_; }

 private:
  // What one token of a rule must be like.
  struct Condition {
    std::uint64_t tags = ~std::uint64_t{0}, deps = ~std::uint64_t{0};
    bool on_blanks = true, on_words = true;
    std::uint32_t regexes = 0;            // the bit of a regular expression; 0: none
    std::vector<std::uint32_t> literals;  // classes of the words it names; empty: any word
    bool accepts(const RuledToken& token) const;
  };
  // One way for a rule to apply: conditions on neighbours, of which `target` is changed.
  struct Sequence {
    std::uint32_t rule = 0;
    std::uint32_t target = 0;
    std::vector<Condition> conditions;
  };
  struct Effect {
    std::optional<std::uint8_t> tag, dep;
    std::optional<Pos> pos;
    std::optional<std::uint32_t> morph, lemma;
  };
  class Loader;

  void index(std::uint32_t sequence);

  std::vector<Effect> effects_;  // by rule number
  std::vector<Sequence> sequences_;
  std::vector<Pattern> regexes_;
  TextMap<std::uint32_t> literals_;  // a word that rules name to its class, from 1
  // Sequences by what their target token must be: a word, else a regex, else one of its tags.
  std::vector<std::vector<std::uint32_t>> by_literal_ = {{}}, by_regex_, by_tag_;
  std::vector<std::string> morphs_ = {""}, lemmas_;
};

}  // namespace stemma::spacy
