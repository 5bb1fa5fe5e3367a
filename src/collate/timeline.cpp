#include "collate/timeline.h"

#include <algorithm>
#include <map>
#include <string>

#include "model/calendar.h"

namespace stemma {
namespace {

struct Clause {
  Span span;
  std::size_t claim = 0;
};

// The claims' clauses, by sentence.
std::vector<std::vector<Clause>> clauses_of(const StoryView& story,
                                            std::span<const CollatedClaim> claims) {
  std::vector<std::vector<Clause>> clauses(story.sentences.size());
  for (std::size_t c = 0; c < claims.size(); ++c) {
    for (std::size_t m = 0; m < claims[c].mentions.size(); ++m) {
      const Span focus = claims[c].focus[m];
      const Index sentence = story.sentence_at(claims[c].mentions[m].article, focus.begin);
      if (sentence != kNone) clauses[sentence].push_back({focus, c});
    }
  }
  return clauses;
}

// The claim whose clause holds the expression; of several the shortest clause's.
std::string claim_at(const std::vector<Clause>& clauses, std::span<const CollatedClaim> claims,
                     Span span) {
  const Clause* best = nullptr;
  for (const Clause& clause : clauses) {
    if (!clause.span.overlaps(span)) continue;
    if (best == nullptr || clause.span.size() < best->span.size()) best = &clause;
  }
  return best == nullptr ? "" : claims[best->claim].id;
}

// Known times first, by their begin, then their end; the rest as they are spelt.
bool is_before(const TimelineEntry& a, const TimelineEntry& b) {
  const auto x = range_of(a.time), y = range_of(b.time);
  if (x.has_value() != y.has_value()) return x.has_value();
  if (!x) return a.time < b.time;
  return x->begin != y->begin ? x->begin < y->begin : x->end < y->end;
}

}  // namespace

std::vector<TimelineEntry> order_events(const StoryView& story,
                                        const std::vector<std::vector<StoryTime>>& times,
                                        std::span<const CollatedClaim> claims) {
  const auto clauses = clauses_of(story, claims);
  std::map<std::pair<std::string, std::string>, TimelineEntry> entries;
  for (Index article = 0; article < times.size(); ++article) {
    for (const StoryTime& time : times[article]) {
      // A time of day belongs to its day.
      const std::string day = time.value.substr(0, time.value.find('T'));
      const Index sentence = story.sentence_at(article, time.span.begin);
      const std::string claim = claim_at(clauses[sentence], claims, time.span);
      TimelineEntry& entry = entries[{day, claim}];
      entry.time = day;
      entry.claim = claim;
      entry.mentions.push_back({article, time.span});
    }
  }
  std::vector<TimelineEntry> ordered;
  for (auto& [key, entry] : entries) ordered.push_back(std::move(entry));
  std::stable_sort(ordered.begin(), ordered.end(), is_before);
  return ordered;
}

}  // namespace stemma
