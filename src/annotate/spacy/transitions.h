#pragma once

#include <cstdint>
#include <limits>
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

/// The masks of nn::RowKernels::masked_argmax for what a state may do next, one after another.
class MoveMasks {
 public:
  /// `floats` is the length of a mask, at least as many as there are moves.
  MoveMasks() = default;
  explicit MoveMasks(std::size_t floats) : floats_(floats) {}
  template <class Allowed>
  void add(const std::vector<Move>& moves, Allowed allowed) {
    masks_.resize(masks_.size() + floats_, -std::numeric_limits<float>::infinity());
    float* mask = masks_.data() + masks_.size() - floats_;
    for (std::size_t i = 0; i < moves.size(); ++i) {
      if (allowed(moves[i])) mask[i] = 0;
    }
  }
  const float* operator[](std::size_t i) const { return masks_.data() + i * floats_; }

 private:
  std::size_t floats_ = 0;
  std::vector<float> masks_;
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
  nn::RowKernels rows_;
  Moves moves_;
  TransitionScorer scorer_;
  MoveMasks masks_;  // by the set of actions that are allowed, as bits
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

  struct Scratch {
    TransitionScorer::Scratch scores;
    std::vector<float> outside;  // scores of a stretch of tokens when no name is open
  };
  /// Finds the names of the document whose reduced vectors lie in scratch.scores.
  void find(const std::vector<std::uint8_t>& sentence_starts,
            const std::vector<std::uint8_t>& blanks, Scratch& scratch,
            std::vector<NameSpan>& names) const;

 private:
  std::size_t mask_of(bool inside, std::uint8_t label, bool goes_on, bool blank) const;

  nn::RowKernels rows_;
  Moves moves_;
  TransitionScorer scorer_;
  MoveMasks masks_;  // by mask_of
};

}  // namespace stemma::spacy
