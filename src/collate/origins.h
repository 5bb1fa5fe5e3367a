#pragma once

#include <span>
#include <vector>

#include "collate/sources.h"
#include "collate/story_view.h"
#include "collate/units.h"
#include "model/collation.h"
#include "model/reuse.h"

namespace stemma {

/// Which articles are one newsroom's work: the same outlet, or a text that is mostly the other's.
class Newsrooms {
 public:
  Newsrooms(const StoryView& story, std::span<const SharedPassage> shared);
  Index of(Index article) const { return room_[article]; }  ///< the first article of the room

 private:
  std::vector<Index> room_;
};

/// Which utterance a stretch of an article renders: mentions of one utterance have one speaker,
/// however the reports name him.
class Utterances {
 public:
  Utterances(const StoryView& story, std::span<const Quote> quotes);
  /// The number of the quote that holds most of the stretch, or kNone. O(quotes of the article).
  Index of(Index article, Span span) const;

 private:
  std::vector<std::vector<std::pair<Span, Index>>> by_article_;
};

/// Sets a claim's origins and what is counted of them (data/collation rules, in this order): whom
/// the mention is attributed to; else whom the same article names for the claim elsewhere; else the
/// origin of an article that shares the passage; else the outlet's own reporting. Renderings of one
/// utterance have one origin. Hearsay and
/// headlines give an origin only where nothing else does. `group` are the claim's units, in the
/// order of its mentions.
void trace_origins(const StoryView& story, const Sources& sources, const Newsrooms& newsrooms,
                   const Utterances& utterances, std::span<const SharedPassage> shared,
                   std::span<const Unit> units, std::span<const Index> group, CollatedClaim& claim);

}  // namespace stemma
