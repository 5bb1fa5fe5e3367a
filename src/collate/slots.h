#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "collate/pairing.h"
#include "collate/story_times.h"
#include "collate/story_view.h"
#include "collate/units.h"
#include "model/collation.h"
#include "model/compare.h"

namespace stemma {

/// A number or a time in its sentence: one value of a fact that other reports may tell too.
struct Slot {
  Mention mention;
  const Quantity* quantity = nullptr;  ///< of a number
  const StoryTime* time = nullptr;     ///< of a time
  Index sentence = kNone, unit = kNone;
  Index claim = kNone;  ///< the claim that its clause belongs to, when it is the clause's only
                        ///< value of its kind
  std::string counted;  ///< unit key of a number; may be empty
  std::uint32_t verb = kNoStem;       ///< stem of the verb that governs it
  std::vector<std::uint32_t> near;    ///< stems of content words close by, sorted
  std::vector<std::uint32_t> nearer;  ///< of those at arm's length, sorted
  std::string
      report;    ///< of a time: the outlet whose report it dates ("Reuters reported late on …")
  int harm = 0;  ///< what a count of people tells: 1 killed, 2 hurt, 3 missing, 4 damaged, 0 none
};

/// In order of article, then place. At most kMaxSlots.
inline constexpr std::size_t kMaxSlots = 20000;
std::vector<Slot> number_slots(const StoryView& story, std::span<const Unit> units);
std::vector<Slot> time_slots(const StoryView& story, std::span<const Unit> units,
                             const std::vector<std::vector<StoryTime>>& times);

/// Sets Slot::claim. `groups` are the units of each claim.
void place_in_claims(const StoryView& story, std::span<const Unit> units,
                     const std::vector<std::vector<Index>>& groups, std::vector<Slot>& slots);

Fit compare(const Slot& a, const Slot& b);
bool is_same_value(const Slot& a, const Slot& b);

/// Pairs of slots that may be values of one fact, and how likely they are.
struct SlotPairs {
  PairTable table;
  std::vector<std::array<double, kSlotFeatures>> features;
  std::vector<double> probability;
};
SlotPairs pair_slots(const StoryView& story, const Pairing& pairing, std::span<const Slot> slots,
                     const Regression<kSlotFeatures>& weights);

}  // namespace stemma
