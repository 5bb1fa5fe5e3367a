#include "collate/origins.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"
#include "collate/likeness.h"
#include "model/outlets.h"

namespace stemma {
namespace {

constexpr double kCopiedShare = 0.4;    // of the shorter text, to be one newsroom's
constexpr std::size_t kSharedRun = 10;  // words in a row that make a passage shared …
constexpr std::size_t kShortRun = 6;    // … or fewer, when they are nearly all
constexpr double kNearlyAll = 0.8;

// Where one mention comes from, comparable with others.
struct Trace {
  enum class Kind : std::uint8_t { own, outlet, hearsay, source };
  Kind kind = Kind::own;
  Index newsroom = 0;  // own: whose
  std::string outlet;  // own, outlet: its name; source: its first relay, or empty
  const Source* source = nullptr;
  Index utterance = kNone;  // that the mention renders
};

// An article without an outlet is named by its headline, else by its id.
std::string own_name(const ArticleView& view) {
  std::string name = view.outlet;
  if (name.empty() && view.article->title) name = "\u201c" + *view.article->title + "\u201d";
  if (name.empty()) name = "report " + view.article->id;
  return name + " (own reporting)";
}

Trace own(const StoryView& story, const Newsrooms& newsrooms, Index article) {
  return {Trace::Kind::own, newsrooms.of(article), story.articles[article].outlet, nullptr};
}

std::optional<Index> article_of_outlet(const StoryView& story, const std::string& outlet) {
  for (Index i = 0; i < story.articles.size(); ++i) {
    if (!outlet.empty() && story.articles[i].outlet == outlet) return i;
  }
  return std::nullopt;
}

Trace trace(const StoryView& story, const Newsrooms& newsrooms, Index article,
            const Source* source) {
  if (source == nullptr) return own(story, newsrooms, article);
  switch (source->kind) {
    case Source::Kind::hearsay:
      return {Trace::Kind::hearsay, 0, {}, source};
    case Source::Kind::outlet:
      // A report that is itself in the story counts as that report.
      if (const auto reporter = article_of_outlet(story, source->name)) {
        return own(story, newsrooms, *reporter);
      }
      return {Trace::Kind::outlet, 0, source->name, source};
    default:
      break;
  }
  return {Trace::Kind::source, newsrooms.of(article),
          source->via.empty() ? std::string() : source->via.front(), source};
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  for (Word& word : words_of(name)) {
    if (word.folded != "jr" && word.folded != "sr") words.push_back(std::move(word.folded));
  }
  return words;
}

// One person under a full and a short name: the last names agree, and the first where both have
// one.
bool same_person(const Source& a, const Source& b) {
  const auto x = name_words(a.name), y = name_words(b.name);
  if (x.empty() || y.empty()) return false;
  if (x.size() == 1) return std::find(y.begin(), y.end(), x[0]) != y.end();
  if (y.size() == 1) return std::find(x.begin(), x.end(), y[0]) != x.end();
  return x.back() == y.back() && x.front()[0] == y.front()[0];
}

bool share_half(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter == 0) return false;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2 * both.size() >= shorter;
}

bool is_full_name(const std::string& name) { return name_words(name).size() > 1; }

// Half of the shorter description's words are the other's too.
bool same_description(const Source& a, const Source& b) { return share_half(a.words, b.words); }

bool same_source(const Trace& a, const Trace& b) {
  using Kind = Source::Kind;
  const Source &x = *a.source, &y = *b.source;
  if (x.kind == y.kind && x.kind != Kind::anonymous && equal_ignoring_case(x.name, y.name))
    return true;
  if (x.kind == Kind::person && y.kind == Kind::person) return same_person(x, y);
  if (x.kind == Kind::document || y.kind == Kind::document) return x.kind == y.kind;
  if (x.kind == Kind::anonymous && y.kind == Kind::anonymous) {
    const bool one_relay =
        a.outlet.empty() && b.outlet.empty() ? a.newsroom == b.newsroom : a.outlet == b.outlet;
    return one_relay && same_description(x, y);
  }
  // A person and the body he speaks for, a body under two names, a person not taken for one.
  return same_description(x, y) ||
         (is_full_name(x.name) && is_full_name(y.name) && same_person(x, y));
}

bool same_origin(const Trace& a, const Trace& b) {
  if (a.utterance != kNone && a.utterance == b.utterance) return true;
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Trace::Kind::own:
      return a.newsroom == b.newsroom;
    case Trace::Kind::outlet:
      return a.outlet == b.outlet;
    case Trace::Kind::hearsay:
      return true;
    case Trace::Kind::source:
      return same_source(a, b);
  }
  return false;
}

std::vector<std::uint32_t> words_in(const ArticleView& view, const Unit& unit) {
  std::vector<std::uint32_t> words;
  for (const Index i : unit.tokens) {
    if (view.words[i] != kNoStem) words.push_back(view.words[i]);
  }
  return words;
}

bool in_shared_passage(std::span<const SharedPassage> shared, const Unit& x, const Unit& y) {
  const Unit &a = x.article < y.article ? x : y, &b = x.article < y.article ? y : x;
  return std::any_of(shared.begin(), shared.end(), [&](const SharedPassage& passage) {
    return passage.a == a.article && passage.b == b.article && passage.a_span.overlaps(a.span) &&
           passage.b_span.overlaps(b.span);
  });
}

bool share_wording(const StoryView& story, std::span<const SharedPassage> shared, const Unit& a,
                   const Unit& b) {
  const auto x = words_in(story.articles[a.article], a), y = words_in(story.articles[b.article], b);
  const std::size_t run = longest_shared_run(x, y);
  const auto shorter = static_cast<double>(std::min(x.size(), y.size()));
  return run >= kSharedRun ||
         (run >= kShortRun &&
          (static_cast<double>(run) >= kNearlyAll * shorter || in_shared_passage(shared, a, b)));
}

std::vector<Trace> traces_of(const StoryView& story, const Sources& sources,
                             const Newsrooms& newsrooms, std::span<const SharedPassage> shared,
                             std::span<const Unit> units, std::span<const Index> group) {
  std::vector<const Source*> named(group.size());
  for (std::size_t n = 0; n < group.size(); ++n) {
    named[n] = sources.of(units[group[n]].article, units[group[n]].span);
  }
  std::vector<Trace> traces(group.size());
  for (std::size_t n = 0; n < group.size(); ++n) {
    const Source* source = named[n];
    for (std::size_t m = 0; m < group.size() && source == nullptr; ++m) {
      if (units[group[m]].article == units[group[n]].article) source = named[m];
    }
    traces[n] = trace(story, newsrooms, units[group[n]].article, source);
  }
  for (std::size_t n = 0; n < group.size(); ++n) {
    for (std::size_t m = 0; m < group.size() && traces[n].kind == Trace::Kind::own; ++m) {
      const Unit &a = units[group[n]], &b = units[group[m]];
      if (a.article == b.article || (traces[m].kind == Trace::Kind::own && m > n)) continue;
      if (share_wording(story, shared, a, b)) traces[n] = traces[m];
    }
  }
  return traces;
}

// Headlines, hearsay and whoever denies the claim are its origin only where nothing else is.
std::vector<bool> heard(const StoryView& story, std::span<const Unit> units,
                        std::span<const Index> group, const std::vector<Trace>& traces) {
  std::vector<bool> firm(group.size()), known(group.size());
  for (std::size_t n = 0; n < group.size(); ++n) {
    known[n] = traces[n].kind != Trace::Kind::hearsay;
    const bool denies = traces[n].source != nullptr && traces[n].source->denies;
    firm[n] = known[n] && !denies && !story.sentences[units[group[n]].sentence].headline;
  }
  for (const auto& wanted : {firm, known}) {
    if (std::find(wanted.begin(), wanted.end(), true) != wanted.end()) return wanted;
  }
  return std::vector<bool>(group.size(), true);
}

// For each mention the first of those that share its origin, directly or through others: "Schiff"
// ties "Rep. Adam B. Schiff" to "the committee chairman, Schiff", wherever it stands between them.
std::vector<Index> same_origins(const std::vector<Trace>& traces, const std::vector<bool>& speaks) {
  std::vector<Index> first(traces.size());
  for (Index n = 0; n < traces.size(); ++n) {
    first[n] = n;
    if (!speaks[n]) continue;
    for (Index m = 0; m < n; ++m) {
      if (!speaks[m] || first[m] == first[n] || !same_origin(traces[n], traces[m])) continue;
      const auto [low, high] = std::minmax(first[m], first[n]);
      std::replace(first.begin(), first.begin() + n + 1, Index{high}, Index{low});
    }
  }
  return first;
}

Origin origin_of(const StoryView& story, const Trace& trace, Index article) {
  Origin origin;
  if (trace.source == nullptr) {
    origin.name = own_name(story.articles[article]);
    origin.attributed = false;
    return origin;
  }
  origin.name = trace.kind == Trace::Kind::outlet    ? trace.outlet + " (own reporting)"
                : trace.kind == Trace::Kind::hearsay ? std::string("unnamed reports")
                                                     : trace.source->name;
  origin.anonymous =
      trace.source->kind == Source::Kind::anonymous || trace.kind == Trace::Kind::hearsay;
  return origin;
}

void add_mention(Origin& origin, const Trace& trace, Index mention) {
  origin.mentions.push_back(mention);
  if (trace.source == nullptr) return;
  std::vector<std::string> via = trace.source->via;
  if (trace.kind == Trace::Kind::outlet) via.push_back(trace.outlet);
  for (const std::string& outlet : via) {
    const auto at = std::lower_bound(origin.via.begin(), origin.via.end(), outlet);
    if (at == origin.via.end() || *at != outlet) origin.via.insert(at, outlet);
  }
  for (const Mention& evidence : trace.source->evidence) {
    const auto at = std::lower_bound(origin.evidence.begin(), origin.evidence.end(), evidence);
    if (at == origin.evidence.end() || *at != evidence) origin.evidence.insert(at, evidence);
  }
}

// How much a name tells: the report's own word, somebody unnamed, somebody named by a fuller name.
std::pair<int, std::size_t> rank_of(const Trace& trace) {
  if (trace.source == nullptr) return {0, 0};
  if (trace.kind == Trace::Kind::hearsay) return {1, 0};
  if (trace.source->kind == Source::Kind::anonymous) return {2, 0};
  if (trace.source->kind != Source::Kind::person) return {3, 0};
  return {4, trace.source->name.size()};
}

// Of each origin, known by its first mention, the mention that names it best.
std::map<Index, Index> naming_mentions(const std::vector<Trace>& traces,
                                       const std::vector<bool>& speaks,
                                       const std::vector<Index>& same) {
  std::map<Index, Index> naming;
  for (Index n = 0; n < traces.size(); ++n) {
    if (!speaks[n]) continue;
    const auto [at, is_new] = naming.emplace(same[n], n);
    if (!is_new && rank_of(traces[n]) > rank_of(traces[at->second])) at->second = n;
  }
  return naming;
}

void count_people(const std::vector<std::pair<std::size_t, const Source*>>& of_origin,
                  CollatedClaim& claim) {
  for (std::size_t i = 0; i < claim.origins.size(); ++i) {
    if (!claim.origins[i].anonymous) {
      ++claim.on_record;
      continue;
    }
    std::uint32_t people = 1;
    for (const auto& [origin, source] : of_origin) {
      if (origin == i && source != nullptr) people = std::max(people, source->people);
    }
    claim.unnamed_low = std::max(claim.unnamed_low, people);
    claim.unnamed_high += people;
  }
}

}  // namespace

Newsrooms::Newsrooms(const StoryView& story, std::span<const SharedPassage> shared)
    : room_(story.articles.size()) {
  std::iota(room_.begin(), room_.end(), Index{0});
  const auto root = [&](Index i) {
    while (room_[i] != i) i = room_[i];
    return i;
  };
  const auto join = [&](Index a, Index b) {
    a = root(a), b = root(b);
    room_[std::max(a, b)] = std::min(a, b);
  };
  std::map<std::string_view, Index> outlets;
  for (Index i = 0; i < story.articles.size(); ++i) {
    if (story.articles[i].outlet.empty()) continue;
    const auto [at, is_new] = outlets.emplace(story.articles[i].outlet, i);
    if (!is_new) join(at->second, i);
  }
  std::map<std::pair<Index, Index>, std::uint32_t> copied;
  for (const SharedPassage& passage : shared) {
    if (passage.a >= room_.size() || passage.b >= room_.size()) continue;
    copied[{passage.a, passage.b}] += std::min(passage.a_span.size(), passage.b_span.size());
  }
  for (const auto& [pair, bytes] : copied) {
    const std::size_t shorter = std::min(story.articles[pair.first].article->text.size(),
                                         story.articles[pair.second].article->text.size());
    if (static_cast<double>(bytes) >= kCopiedShare * static_cast<double>(shorter)) {
      join(pair.first, pair.second);
    }
  }
  for (Index i = 0; i < room_.size(); ++i) room_[i] = root(i);
}

Utterances::Utterances(const StoryView& story, std::span<const Quote> quotes)
    : by_article_(story.articles.size()) {
  for (Index n = 0; n < quotes.size(); ++n) {
    for (const auto& reading : quotes[n].readings) {
      for (const Mention& mention : reading.mentions) {
        by_article_[mention.article].emplace_back(mention.span, n);
      }
    }
  }
}

Index Utterances::of(Index article, Span span) const {
  for (const auto& [quoted, number] : by_article_[article]) {
    if (2 * overlap(quoted, span) >= span.size()) return number;
  }
  return kNone;
}

void trace_origins(const StoryView& story, const Sources& sources, const Newsrooms& newsrooms,
                   const Utterances& utterances, std::span<const SharedPassage> shared,
                   std::span<const Unit> units, std::span<const Index> group,
                   CollatedClaim& claim) {
  std::vector<Trace> traces = traces_of(story, sources, newsrooms, shared, units, group);
  for (Index n = 0; n < group.size(); ++n) {
    traces[n].utterance = utterances.of(units[group[n]].article, units[group[n]].span);
  }
  const std::vector<bool> speaks = heard(story, units, group, traces);
  const std::vector<Index> same = same_origins(traces, speaks);
  std::vector<std::pair<std::size_t, const Source*>> sources_of_origins;
  const std::map<Index, Index> naming = naming_mentions(traces, speaks, same);
  std::map<Index, std::size_t> numbers;  // of origins, by their first mention
  for (Index n = 0; n < group.size(); ++n) {
    if (!speaks[n]) continue;
    const auto [at, is_new] = numbers.emplace(same[n], claim.origins.size());
    if (is_new) {
      const Index by = naming.at(same[n]);
      claim.origins.push_back(origin_of(story, traces[by], units[group[by]].article));
    }
    add_mention(claim.origins[at->second], traces[n], n);
    sources_of_origins.emplace_back(at->second, traces[n].source);
  }
  claim.independent_origins = static_cast<std::uint32_t>(claim.origins.size());
  claim.status = claim.independent_origins > 1 ? CollatedClaim::Status::corroborated
                                               : CollatedClaim::Status::single_origin;
  count_people(sources_of_origins, claim);
}

}  // namespace stemma
