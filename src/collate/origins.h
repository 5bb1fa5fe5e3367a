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

/// Sets a claim's origins and what is counted of them (data/collation rules, in this order): whom
/// the mention is attributed to; else whom the same article names for the claim elsewhere; else the
/// origin of an article that shares the passage; else the outlet's own reporting. Hearsay and
/// headlines give an origin only where nothing else does. `group` are the claim's units, in the
/// order of its mentions.
void trace_origins(const StoryView& story, const Sources& sources, const Newsrooms& newsrooms,
                   std::span<const SharedPassage> shared, std::span<const Unit> units,
                   std::span<const Index> group, CollatedClaim& claim);

}  // namespace stemma
