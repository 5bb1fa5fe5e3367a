#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annotate/spacy/transition_scorer.h"
#include "base/json.h"

namespace stemma::spacy {

/// One class of a transition system: a kind of action and the label it gives.
struct Move {
  std::uint8_t action = 0;
  std::uint8_t label = 0;  ///< number in the system's own list of labels
};

/// A transition system's classes in score order.
struct Moves {
  std::vector<Move> moves;
  std::vector<std::string> labels;  ///< [0] is the empty label
  static Result<Moves> load(JsonView array, std::uint8_t last_action);
};

/// An unlabelled answer of the parser: the head of each token (kNone for a root) and its label.
struct Arcs {
  std::vector<std::uint32_t> heads;
  std::vector<std::uint8_t> labels;
};

/// spaCy's arc-eager system with BREAK and un-shift (Honnibal and Johnson 2015), greedily. O(n).
class ArcEagerParser {
 public:
  static constexpr std::size_t kFeatures = 8;
  static Result<ArcEagerParser> load(const ModelFile& file, JsonView description);

  const TransitionScorer& scorer() const { return scorer_; }
  const std::vector<std::string>& labels() const { return moves_.labels; }

  struct Scratch {
    TransitionScorer::Scratch scores;
    std::vector<std::uint32_t> stack, returned;
    std::vector<std::uint8_t> unshiftable, starts;
    // Dependents to the left and right of each head, newest first: a list through the tokens.
    std::vector<std::uint32_t> newest_left, newest_right, older;
  };
  /// Parses the document whose reduced vectors lie in scratch.scores.
  void parse(Scratch& scratch, Arcs& arcs) const;

 private:
  class State;
  Moves moves_;
  TransitionScorer scorer_;
};

/// A stretch of tokens that is a name, with the number of its label.
struct NameSpan {
  std::uint32_t first, last;  ///< last is exclusive
  std::uint8_t label;
};

/// spaCy's transition-based name finder (BILUO actions). No name crosses a sentence start or begins
/// with a blank. O(n).
class NameFinder {
 public:
  static constexpr std::size_t kFeatures = 3;
  static Result<NameFinder> load(const ModelFile& file, JsonView description);

  const TransitionScorer& scorer() const { return scorer_; }
  const std::vector<std::string>& labels() const { return moves_.labels; }

  /// Finds the names of the document whose reduced vectors lie in `scores`.
  void find(const std::vector<std::uint8_t>& sentence_starts,
            const std::vector<std::uint8_t>& blanks, TransitionScorer::Scratch& scores,
            std::vector<NameSpan>& names) const;

 private:
  Moves moves_;
  TransitionScorer scorer_;
};

}  // namespace stemma::spacy
