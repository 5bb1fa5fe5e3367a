#pragma once

#include <optional>
#include <vector>

#include "annotate/cue_lexicon.h"
#include "annotate/syntax.h"

namespace stemma {

/// The shape in which a cue stands to its content.
enum class Frame : std::uint8_t {
  clause,         ///< said (that) …
  clause_first,   ///< …, the governor said
  interrupted,    ///< The ferry, its owners said, had …
  infinitive,     ///< plans to …, urged them to …
  gerund,         ///< considered leaving
  object,         ///< praised the truce
  object_phrase,  ///< accused him of …, called it a farce
  preposition,    ///< called for …, warned of …
  according_to,   ///< according to the mayor
  as_clause,      ///< as Reuters reported
  noun_clause,    ///< the warning that …, plans to …
  noun_phrase,    ///< calls by unions for …
  adjective,      ///< is confident that …
  passive,        ///< is believed to …, was condemned by …
  colon,          ///< Lind: "No deal"
  hearsay,        ///< reportedly
  quotation,      ///< a quotation beside its cue
};
inline constexpr int kFrames = 17;
std::string_view name_of(Frame frame);

/// One way to read one token as the cue of an attribution. Token ranges are [first, last).
struct Candidate {
  Index cue = kNone;  ///< head of the cue
  Frame frame = Frame::clause;
  CueClass cue_class = CueClass::none;
  Annotations::Range cue_tokens;
  Index source = kNone;  ///< head of the source
  Annotations::Range source_tokens;
  std::vector<Annotations::Range> content;  ///< in text order, disjoint, none empty
  Index content_head = kNone;
};

/// Every reading of every token as a cue, in order of the cues; a cue may have several. Most are
/// wrong: cue_model.h tells how good each is. Linear in the tokens (trees longer than
/// kMaxSentenceTokens give none).
std::vector<Candidate> find_candidates(const SyntaxView& syntax);

/// The source of a verb: its subject, or that of the verb that governs it.
struct Source {
  Index head = kNone;
  Annotations::Range tokens;
};
Source source_of(const SyntaxView& syntax, Index verb);

/// The verb with what stands directly before it (auxiliaries, negation, adverbs) and its particle.
Annotations::Range verb_group(const SyntaxView& syntax, Index verb);

/// Without punctuation and blanks at both ends.
Annotations::Range trimmed(const SyntaxView& syntax, Annotations::Range range);

/// A noun phrase without the clauses and asides behind its head: "two officials" of "two officials
/// who saw it".
Annotations::Range short_phrase(const SyntaxView& syntax, Index head);

}  // namespace stemma
