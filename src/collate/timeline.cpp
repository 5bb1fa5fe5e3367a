#include "collate/timeline.h"

#include <algorithm>
#include <map>
#include <string>

#include "model/calendar.h"

namespace stemma {
namespace {

// The calendar part of a value: a time of day belongs to its day.
std::string calendar_value(const Time& time) {
  if (time.type != "DATE" && time.type != "TIME") return "";
  if (!range_of(time.value)) return "";
  return time.value.substr(0, time.value.find('T'));
}

// Of each article, the claims by where their clauses lie.
struct Clause {
  Span span;
  std::size_t claim;
};

std::vector<std::vector<Clause>> clauses_of(const StoryView& story,
                                            std::span<const CollatedClaim> claims) {
  std::vector<std::vector<Clause>> clauses(story.articles.size());
  for (std::size_t c = 0; c < claims.size(); ++c) {
    for (std::size_t m = 0; m < claims[c].mentions.size(); ++m) {
      const Span span =
          m < claims[c].focus.size() ? claims[c].focus[m] : claims[c].mentions[m].span;
      clauses[claims[c].mentions[m].article].push_back({span, c});
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

}  // namespace

std::vector<TimelineEntry> order_events(const StoryView& story,
                                        std::span<const CollatedClaim> claims) {
  const auto clauses = clauses_of(story, claims);
  std::map<std::pair<std::string, std::string>, TimelineEntry> entries;
  for (Index article = 0; article < story.articles.size(); ++article) {
    const ArticleView& view = story.articles[article];
    for (const Time& time : view.notes->times) {
      const std::string value = calendar_value(time);
      if (value.empty() || view.article->in_furniture(time.span)) continue;
      const std::string claim = claim_at(clauses[article], claims, time.span);
      TimelineEntry& entry = entries[{value, claim}];
      entry.time = value;
      entry.claim = claim;
      entry.mentions.push_back({article, time.span});
    }
  }
  std::vector<TimelineEntry> ordered;
  for (auto& [key, entry] : entries) ordered.push_back(std::move(entry));
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const TimelineEntry& a, const TimelineEntry& b) {
                     const auto x = range_of(a.time), y = range_of(b.time);
                     if (x->begin != y->begin) return x->begin < y->begin;
                     return x->end < y->end;
                   });
  return ordered;
}

}  // namespace stemma
