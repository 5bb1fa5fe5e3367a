#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "model/article.h"
#include "model/grammar.h"

namespace stemma {

/// Index of a token, a sentence, an attribution … in the vector of that name.
using Index = std::uint32_t;
inline constexpr Index kNone = std::numeric_limits<Index>::max();

/// Short strings of one article, each kept once: lemmas, tags and morphology of its tokens. Equal
/// strings have equal ids, so within one article a comparison is a comparison of numbers.
class Strings {
 public:
  std::uint32_t id(std::string_view text);  ///< adds it when it is new
  std::string_view operator[](std::uint32_t id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::vector<std::string> texts_{""};
  std::unordered_map<std::string, std::uint32_t> ids_{{"", 0}};
};

/// One token with what the language model says of it. Strings are ids in `Annotations::strings`.
struct Token {
  Span span;
  Index head = 0;  ///< token index; a root points at itself
  std::uint32_t lemma = 0;
  std::uint32_t tag = 0;    ///< Penn Treebank tag: "VBD"
  std::uint32_t morph = 0;  ///< "Number=Sing|Tense=Past"
  Pos pos = Pos::none;
  Dep dep = Dep::none;
  /// The subtree of this token covers tokens [left_edge, right_edge], both inclusive. Derived from
  /// the heads: model/tree.h.
  Index left_edge = 0, right_edge = 0;
};

/// A name or another stretch that the model types by the OntoNotes scheme ("PERSON", "GPE",
/// "DATE").
struct Entity {
  Span span;
  std::string type;
  Index chain = kNone;  ///< mentions of one entity in this article share it; kNone: not linked
};

/// A TIMEX3 expression.
struct Time {
  Span span;
  std::string type;                ///< DATE, TIME, DURATION or SET
  std::string value;               ///< "2024-05-02", "2024-W18", "P3Y", "PRESENT_REF"
  std::optional<std::string> mod;  ///< "START", "MID", "END", "APPROX", "BEFORE", "AFTER" …
  bool doubtful = false;           ///< resolved against a publication day that is itself in doubt
};

/// How many or how much, with the interval its words allow.
struct Quantity {
  Span span;  ///< hedge, number and measure word: "about 1.7 billion Canadian dollars"
  std::optional<double> value;
  std::optional<double> low, high;  ///< inclusive; absent is open
  std::string unit;                 ///< what is counted or measured; may be empty
  std::optional<std::string>
      modifier;  ///< class of the hedge: "about", "nearly", "at least", "range" …
};

/// Who said what, as one article puts it.
struct Attribution {
  enum class Kind : std::uint8_t { direct, indirect, mixed };
  std::optional<Span> source;  ///< "a senior U.S. defense official"
  std::optional<Span> cue;     ///< "told"
  std::vector<Span> content;   ///< in text order, never empty
  Kind kind = Kind::indirect;
  std::string
      speaker;  ///< the source by its fullest name in the article, or its text; may be empty
  bool anonymous = false;  ///< the speaker is a description without a name ("two officials")
  bool denies = false;     ///< the cue rejects the content ("denied that …")
  bool hearsay = false;    ///< no source and a hearsay cue ("reportedly")
  bool attitude = false;   ///< a wish, plan, belief or judgement ("plans to"), no statement
  Index parent = kNone;    ///< the attribution whose content holds this one
  std::string rule;        ///< the rule that found it, for the reader who asks why
};

/// An outlet from which the article takes what it says, as the article puts it.
struct Citation {
  enum class Relation : std::uint8_t {
    reported,
    told,
    interview,
    obtained,
    statement_to,
    citing,
    credit
  };
  std::string outlet;  ///< canonical name (model/outlets.h): "Associated Press"
  Span name;           ///< the words that name it
  Span evidence;       ///< the clause or sentence part that shows the citation; holds `name`
  Relation relation = Relation::reported;
  Index attribution = kNone;   ///< the attribution it belongs to
  std::optional<Span> source;  ///< whom the outlet has it from ("citing a senior official")
  std::string source_name;     ///< that source by its fullest name; may be empty
};

/// One statement of the article: a clause with its parts.
struct Claim {
  enum class Modality : std::uint8_t { asserted, reported, possible, intended, denied, asked };
  Index sentence = 0;
  Span span;  ///< the clause
  std::optional<Span> subject, predicate;
  std::vector<Span> arguments;
  bool negated = false;
  Modality modality = Modality::asserted;
  Index attribution = kNone;  ///< innermost attribution whose content holds the clause
};

/// Everything said about one article. A layer that was not computed is empty; `has` tells the two
/// apart. Spans point into the article's text and are sorted by begin.
struct Annotations {
  enum Layer : std::uint32_t {
    model = 1u << 0,  ///< sentences, tokens, noun_chunks, entities as the model gives them
    entity_chains = 1u << 1,
    times_layer = 1u << 2,
    quantities_layer = 1u << 3,
    attributions_layer = 1u << 4,  ///< attributions and citations
    claims_layer = 1u << 5,
    all_layers = (1u << 6) - 1,
  };
  std::uint32_t layers = 0;
  bool has(std::uint32_t wanted) const { return (layers & wanted) == wanted; }

  Strings strings;
  std::vector<Token> tokens;    ///< white-space tokens are among them
  std::vector<Span> sentences;  ///< from the first token that is no white space to the last
  std::vector<Span> noun_chunks;
  std::vector<Entity> entities;
  std::vector<Time> times;
  std::vector<Quantity> quantities;
  std::vector<Attribution> attributions;
  std::vector<Citation> citations;
  std::vector<Claim> claims;

  std::string_view lemma(const Token& token) const { return strings[token.lemma]; }
  std::string_view tag(const Token& token) const { return strings[token.tag]; }
  std::string_view morph(const Token& token) const { return strings[token.morph]; }

  /// First token that ends after the byte; tokens.size() when there is none. O(log n).
  Index token_at(std::uint32_t byte) const;
  /// Tokens that overlap the span, as [first, last).
  struct Range {
    Index first = 0, last = 0;
    bool empty() const { return first >= last; }
  };
  Range tokens_in(Span span) const;
  /// The sentence that holds the byte, or kNone. O(log n).
  Index sentence_at(std::uint32_t byte) const;
};

/// An article and what is said about it: what the steps after `annotate` work on.
struct AnnotatedArticle {
  Article article;
  Annotations annotations;
};

std::string_view name_of(Attribution::Kind kind);       ///< "direct"
std::string_view name_of(Citation::Relation relation);  ///< "statement-to"
std::string_view name_of(Claim::Modality modality);     ///< "asserted"

}  // namespace stemma
