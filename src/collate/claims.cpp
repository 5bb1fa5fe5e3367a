#include "collate/claims.h"

#include <algorithm>

namespace stemma {
namespace {

constexpr std::uint32_t kMaxMentionBytes = 600;  // a longer sentence is shown by its clause

Span shown_span(const StoryView& story, const Unit& unit) {
  const Span sentence = story.sentences[unit.sentence].span;
  return sentence.size() <= kMaxMentionBytes ? sentence : unit.span;
}

}  // namespace

CollatedClaim claim_of(const StoryView& story, std::span<const Unit> units,
                       std::span<const Index> group) {
  CollatedClaim claim;
  for (const Index i : group) {
    claim.mentions.push_back({units[i].article, shown_span(story, units[i])});
    claim.focus.push_back(units[i].span);
  }
  return claim;
}

}  // namespace stemma
