#include "collate/collate.h"

#include <algorithm>
#include <set>

#include "collate/claims.h"
#include "collate/clusters.h"
#include "collate/disputes.h"
#include "collate/origins.h"
#include "collate/pairing.h"
#include "collate/provenance.h"
#include "collate/quotes.h"
#include "collate/story_times.h"
#include "collate/story_view.h"
#include "collate/timeline.h"
#include "collate/units.h"
#include "collate/variants.h"
#include "collate/with_weights.h"

namespace stemma {
namespace {

std::set<Index> articles_in(const CollatedClaim& claim) {
  std::set<Index> articles;
  for (const Mention& mention : claim.mentions) articles.insert(mention.article);
  return articles;
}

// Order of importance: how many reports have a claim, whether it is disputed, how early it is told.
double weight_of(const StoryView& story, std::span<const Unit> units, std::span<const Index> group,
                 const CollatedClaim& claim) {
  double earliest = 1;
  bool only_headlines = true;
  for (const Index i : group) {
    const Sentence& sentence = story.sentences[units[i].sentence];
    earliest = std::min(earliest, sentence.position);
    only_headlines = only_headlines && sentence.headline;
  }
  const auto articles = static_cast<double>(articles_in(claim).size());
  const bool disputed = claim.status == CollatedClaim::Status::disputed;
  return 10 * (articles - 1) + (disputed ? 4 : 0) + (1 - earliest) - (only_headlines ? 5 : 0);
}

// How like a clause of the group is to the others, on the average.
double centrality(const Pairing& pairing, std::span<const Index> group, Index unit) {
  double sum = 0;
  for (const Index other : group) {
    const Index pair = other == unit ? kNone : pairing.clauses.find(unit, other);
    if (pair != kNone) sum += pairing.clause_probability[pair];
  }
  return group.size() < 2 ? 1 : sum / static_cast<double>(group.size() - 1);
}

// The wording a reader takes in best: one that is most like the others, of middling length, early
// in its report and no headline.
void choose_wording(const StoryView& story, std::span<const Unit> units, const Pairing& pairing,
                    std::span<const Index> group, CollatedClaim& claim) {
  constexpr double kGoodBytes = 110;
  double best = 1e9;
  for (std::size_t n = 0; n < group.size(); ++n) {
    const Unit& unit = units[group[n]];
    const Sentence& sentence = story.sentences[unit.sentence];
    const double off = std::abs(unit.span.size() - kGoodBytes) / kGoodBytes;
    const double cost = off + sentence.position / 2 - 2 * centrality(pairing, group, group[n]) +
                        (sentence.headline ? 2 : 0);
    if (cost < best) {
      best = cost;
      claim.clearest = static_cast<Index>(n);
    }
  }
  const Mention& mention = claim.mentions[claim.clearest];
  claim.text = story.articles[mention.article].text(claim.focus[claim.clearest]);
}

// Whether a clause only says who says what the rest of its sentence tells: its verb is the cue, and
// little of it is content.
bool is_frame(const StoryView& story, const Unit& unit) {
  const ArticleView& view = story.articles[unit.article];
  const Span head = view.token(unit.head).span;
  const auto& attributions = view.notes->attributions;
  return std::any_of(attributions.begin(), attributions.end(), [&](const Attribution& each) {
    if (!each.cue || !each.cue->overlaps(head) || each.content.empty()) return false;
    std::uint32_t content = 0;
    for (const Span& piece : each.content) content += overlap(piece, unit.span);
    return 4 * content < unit.span.size();
  });
}

// Puts the clauses of sentences that repeat another, of which each stands alone so far, to those of
// that other, in their order.
std::vector<std::vector<Index>> with_repeats(std::span<const Unit> units, const Pairing& pairing,
                                             std::vector<std::vector<Index>> groups) {
  std::vector<std::vector<Index>> of_sentence(pairing.repeats.size());
  for (Index u = 0; u < units.size(); ++u) of_sentence[units[u].sentence].push_back(u);
  std::vector<Index> group_of(units.size());
  for (Index g = 0; g < groups.size(); ++g) {
    for (const Index unit : groups[g]) group_of[unit] = g;
  }
  for (Index s = 0; s < pairing.repeats.size(); ++s) {
    if (pairing.repeats[s] == kNone) continue;
    const auto &own = of_sentence[s], &first = of_sentence[pairing.repeats[s]];
    if (own.size() != first.size()) continue;  // one sentence, parsed in two ways
    for (std::size_t n = 0; n < own.size(); ++n) {
      groups[group_of[first[n]]].push_back(own[n]);
      groups[group_of[own[n]]].clear();
    }
  }
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
  for (auto& group : groups) std::sort(group.begin(), group.end());
  return groups;
}

// Groups that tell something; in the others most clauses only introduce what somebody says.
std::vector<std::vector<Index>> telling(const StoryView& story, std::span<const Unit> units,
                                        std::vector<std::vector<Index>> groups) {
  std::erase_if(groups, [&](const std::vector<Index>& group) {
    const auto frames = std::count_if(group.begin(), group.end(),
                                      [&](Index i) { return is_frame(story, units[i]); });
    return 2 * static_cast<std::size_t>(frames) > group.size();
  });
  return groups;
}

std::vector<CollatedClaim> make_claims(const StoryView& story, std::span<const Unit> units,
                                       std::span<const SharedPassage> shared,
                                       std::span<const Quote> quotes,
                                       const std::vector<std::vector<Index>>& groups,
                                       const Pairing& pairing) {
  const Sources sources(story);
  const Newsrooms newsrooms(story, shared);
  const Utterances utterances(story, quotes);
  std::vector<CollatedClaim> claims;
  for (const auto& group : groups) {
    CollatedClaim claim = claim_of(story, units, group);
    trace_origins(story, sources, newsrooms, utterances, shared, units, group, claim);
    choose_wording(story, units, pairing, group, claim);
    claims.push_back(std::move(claim));
  }
  find_disputes(story, sources, units, groups, pairing, claims);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    claims[i].weight = weight_of(story, units, groups[i], claims[i]);
  }
  std::stable_sort(
      claims.begin(), claims.end(),
      [](const CollatedClaim& a, const CollatedClaim& b) { return a.weight > b.weight; });
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].id = "c" + std::to_string(i + 1);
  return claims;
}

}  // namespace

Collation collate_with(std::span<const AnnotatedArticle> story,
                       std::span<const SharedPassage> shared, const Weights& weights) {
  std::vector<const AnnotatedArticle*> articles;
  for (const AnnotatedArticle& each : story) articles.push_back(&each);
  const StoryView view = view_of(articles);
  const std::vector<Unit> units = units_of(view);
  const Pairing pairing = pair_units(view, units, weights);
  auto joined = average_link(pairing.clauses, pairing.clause_probability, weights.claim_link);
  const auto groups = telling(view, units, with_repeats(units, pairing, std::move(joined)));
  Collation collation;
  collation.quotes = group_quotes(view);
  collation.claims = make_claims(view, units, shared, collation.quotes, groups, pairing);
  collation.doubtful_dates = doubt_dates(view);
  const auto times = story_times(view, collation.doubtful_dates);
  collation.variants =
      find_variants(view, units, pairing, groups, times, collation.doubtful_dates, weights);
  collation.timeline = order_events(view, times, collation.claims);
  collation.provenance = trace_provenance(view, shared);
  return collation;
}

Collation collate(std::span<const AnnotatedArticle> story, std::span<const SharedPassage> shared) {
  return collate_with(story, shared, fitted_weights());
}

}  // namespace stemma
