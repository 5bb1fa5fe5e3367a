#pragma once

#include <vector>

#include "collate/story_view.h"

namespace stemma {

/// A clause that states something on its own: what is compared across reports.
struct Unit {
  Index article = 0;
  Index sentence = 0;         ///< in StoryView::sentences
  Span span;                  ///< its longest stretch without another clause inside
  Index head = 0;             ///< token of its predicate
  std::vector<Index> tokens;  ///< its own tokens, ascending
  std::vector<Index> lent;    ///< tokens of the subject it shares with another clause
  bool negated = false;       ///< "not", "no", "never", or a verb of denial over its object
};

/// Cuts the sentences at clausal complements and coordinated verbs; a piece with fewer than two
/// content words goes back to the clause that governs it. On the development stories this grain
/// beats whole sentences, and also clauses of every kind (design/collate_recipe). Units are in
/// order of sentence, then place. O(tokens).
std::vector<Unit> units_of(const StoryView& story);

/// Whether a verb rejects what it governs: "deny", "dispute", "refute".
bool is_denial(std::string_view lemma);

}  // namespace stemma
