#include "collate/disputes.h"

#include <algorithm>

namespace stemma {
namespace {

constexpr double kOppositeLikeness = 0.5;  // of two clauses that differ in polarity
constexpr double kDeniedLikeness = 0.2;    // of a clause and what a denial denies

bool is_denied(const Sources& sources, const Unit& unit) {
  const Source* source = sources.of(unit.article, unit.span);
  return source != nullptr && source->denies;
}

bool same_predicate(const StoryView& story, const Unit& a, const Unit& b) {
  return story.articles[a.article].stems[a.head] == story.articles[b.article].stems[b.head] &&
         story.articles[a.article].stems[a.head] != kNoStem;
}

void dispute(CollatedClaim& claim, const Unit& by) {
  claim.status = CollatedClaim::Status::disputed;
  const Mention mention{by.article, by.span};
  const auto at = std::lower_bound(claim.disputed_by.begin(), claim.disputed_by.end(), mention);
  if (at == claim.disputed_by.end() || *at != mention) claim.disputed_by.insert(at, mention);
}

}  // namespace

void find_disputes(const StoryView& story, const Sources& sources, std::span<const Unit> units,
                   const std::vector<std::vector<Index>>& groups, const Pairing& pairing,
                   std::vector<CollatedClaim>& claims) {
  std::vector<Index> claim_of(units.size(), kNone);
  for (Index g = 0; g < groups.size(); ++g) {
    for (const Index unit : groups[g]) claim_of[unit] = g;
  }
  std::vector<bool> denied(units.size(), false);
  for (Index u = 0; u < units.size(); ++u) {
    denied[u] = is_denied(sources, units[u]);
    if (denied[u] && claim_of[u] != kNone) dispute(claims[claim_of[u]], units[u]);
  }
  const auto& pairs = pairing.clauses.pairs();
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    const Unit &a = units[pairs[p].a], &b = units[pairs[p].b];
    const double likeness = pairing.clause_probability[p];
    const bool one_denies = denied[pairs[p].a] != denied[pairs[p].b];
    const bool opposite = a.negated != b.negated && same_predicate(story, a, b);
    if (!(one_denies && likeness >= kDeniedLikeness) &&
        !(opposite && likeness >= kOppositeLikeness)) {
      continue;
    }
    // The denial is shown, not what it denies.
    const bool b_denies = one_denies ? denied[pairs[p].b] : b.negated;
    const Unit& denial = b_denies ? b : a;
    for (const Index unit : {pairs[p].a, pairs[p].b}) {
      if (claim_of[unit] != kNone) dispute(claims[claim_of[unit]], denial);
    }
  }
}

}  // namespace stemma
