#include "collate/provenance.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/calendar.h"
#include "model/outlets.h"

namespace stemma {
namespace {

constexpr int kStoryDays = 60;  // a report further from the story's middle is no report of its days

std::vector<ProvenanceEdge> citations_of(const StoryView& story, Index article) {
  const ArticleView& view = story.articles[article];
  std::map<std::string, ProvenanceEdge> edges;
  for (const Citation& citation : view.notes->citations) {
    if (citation.outlet.empty() || citation.outlet == view.outlet) continue;
    ProvenanceEdge& edge = edges[citation.outlet];
    edge.from = citation.outlet;
    edge.to = article;
    edge.evidence.push_back({article, citation.evidence});
  }
  std::vector<ProvenanceEdge> list;
  for (auto& [outlet, edge] : edges) list.push_back(std::move(edge));
  // In the order in which the article names them.
  std::stable_sort(list.begin(), list.end(), [](const ProvenanceEdge& a, const ProvenanceEdge& b) {
    return a.evidence.front() < b.evidence.front();
  });
  return list;
}

// Two reports of one event share phrases by chance; a copy is long and close.
bool is_copy(const SharedPassage& passage) {
  constexpr double kClose = 0.8;
  constexpr std::uint32_t kLongBytes = 120;
  return passage.kind != SharedPassage::Kind::passage ||
         (passage.similarity >= kClose &&
          std::min(passage.a_span.size(), passage.b_span.size()) >= kLongBytes);
}

// Who had the text first: the earlier article, or the agency where the hours do not say.
SharedPassage::Earlier first_holder(const StoryView& story, const SharedPassage& passage) {
  if (passage.earlier != SharedPassage::Earlier::unknown) return passage.earlier;
  const bool a = is_press_agency(story.articles[passage.a].outlet),
             b = is_press_agency(story.articles[passage.b].outlet);
  if (a == b) return SharedPassage::Earlier::unknown;
  return a ? SharedPassage::Earlier::a : SharedPassage::Earlier::b;
}

// An edge for each pair of articles of which one copies the other, from the first holder. Of a text
// that hundreds print, each has an edge from the first few only.
void add_copies(const StoryView& story, std::span<const SharedPassage> shared,
                std::vector<ProvenanceEdge>& edges) {
  std::map<std::pair<Index, Index>, ProvenanceEdge> copies;  // (to, from)
  for (const SharedPassage& passage : shared) {
    if (std::max(passage.a, passage.b) >= story.articles.size() || !is_copy(passage)) continue;
    const SharedPassage::Earlier first = first_holder(story, passage);
    // Where nothing tells, the edge runs from the report that stands first and says so.
    const bool from_a = first != SharedPassage::Earlier::b;
    const Index from = from_a ? passage.a : passage.b, to = from_a ? passage.b : passage.a;
    ProvenanceEdge& edge = copies[{to, from}];
    const bool one_outlet = !story.articles[from].outlet.empty() &&
                            story.articles[from].outlet == story.articles[to].outlet;
    edge.kind = one_outlet ? ProvenanceEdge::Kind::same_outlet : ProvenanceEdge::Kind::copies;
    edge.is_first_known = one_outlet || first != SharedPassage::Earlier::unknown;
    edge.from = story.articles[from].article->id;
    edge.to = to;
    edge.evidence.push_back({to, from_a ? passage.b_span : passage.a_span});
    edge.evidence.push_back({from, from_a ? passage.a_span : passage.b_span});
  }
  // By receiver, then source: the first sources of each are kept, which had the text before the
  // rest.
  constexpr std::size_t kMaxSources = 8;
  Index receiver = kNone;
  std::size_t kept = 0;
  for (auto& [pair, edge] : copies) {
    kept = pair.first == receiver ? kept + 1 : 1;
    receiver = pair.first;
    if (kept <= kMaxSources) edges.push_back(std::move(edge));
  }
}

// Reports of one outlet, each after the one before; those that share a passage have their edge.
void add_same_outlet(const StoryView& story, std::vector<ProvenanceEdge>& edges) {
  const std::size_t with_passage = edges.size();
  std::map<std::string_view, Index> last;
  for (Index to = 0; to < story.articles.size(); ++to) {
    const std::string& outlet = story.articles[to].outlet;
    if (outlet.empty()) continue;
    const auto [before, is_new] = last.emplace(outlet, to);
    if (is_new) continue;
    const std::string& from = story.articles[before->second].article->id;
    before->second = to;
    const bool told =
        std::any_of(edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(with_passage),
                    [&](const ProvenanceEdge& edge) { return edge.to == to && edge.from == from; });
    if (!told) edges.push_back({from, to, ProvenanceEdge::Kind::same_outlet, {}, true});
  }
}

// The middle of the days that the other articles say they were published on.
std::optional<Day> middle_day(const StoryView& story, Index without) {
  std::vector<Day> days;
  for (Index i = 0; i < story.articles.size(); ++i) {
    const auto& published = story.articles[i].article->published;
    const auto day = published ? day_of(*published) : std::nullopt;
    if (i != without && day) days.push_back(*day);
  }
  if (days.size() < 2) return std::nullopt;
  std::sort(days.begin(), days.end());
  const Day middle = days[(days.size() - 1) / 2];
  // Reports that are themselves far apart have no middle.
  const auto near = std::count_if(days.begin(), days.end(), [&](Day day) {
    return std::abs((day - middle).count()) <= kStoryDays;
  });
  if (near < 2 || 2 * near <= static_cast<std::ptrdiff_t>(days.size())) return std::nullopt;
  return middle;
}

}  // namespace

std::vector<ProvenanceEdge> trace_provenance(const StoryView& story,
                                             std::span<const SharedPassage> shared) {
  std::vector<ProvenanceEdge> edges;
  for (Index article = 0; article < story.articles.size(); ++article) {
    for (ProvenanceEdge& edge : citations_of(story, article)) edges.push_back(std::move(edge));
  }
  add_copies(story, shared, edges);
  add_same_outlet(story, edges);
  std::stable_sort(edges.begin(), edges.end(),
                   [](const ProvenanceEdge& a, const ProvenanceEdge& b) { return a.to < b.to; });
  return edges;
}

std::vector<DoubtfulDate> doubt_dates(const StoryView& story) {
  std::vector<DoubtfulDate> doubts;
  for (Index i = 0; i < story.articles.size(); ++i) {
    const Article& article = *story.articles[i].article;
    const auto middle = middle_day(story, i);
    const std::string story_day = middle ? iso_of(*middle) : "";
    bool said = false;
    for (const DateEvidence& evidence : article.date_evidence) {
      if (!evidence.doubtful) continue;
      doubts.push_back({i, evidence.value, evidence.source, story_day, evidence.reason, {}});
      said = said || article.published == evidence.value;
    }
    const auto published = article.published ? day_of(*article.published) : std::nullopt;
    if (said || !published || !middle) continue;
    const auto apart = std::abs((*published - *middle).count());
    if (apart > kStoryDays) {
      doubts.push_back({i,
                        *article.published,
                        "published",
                        story_day,
                        fmt::format("{} days from the other reports of the story", apart),
                        {}});
    }
  }
  return doubts;
}

}  // namespace stemma
