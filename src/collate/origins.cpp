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
  Index article = 0;   // own: the report that says it of itself
  std::string outlet;  // own, outlet: its name; source: its first relay, or empty
  const Source* source = nullptr;
  Index utterance = kNone;  // that the mention renders
  bool cited = false;       // own: another report cites this one
};

// An article without an outlet is named by its headline, else by its id.
std::string own_name(const ArticleView& view) {
  std::string name = view.outlet;
  if (name.empty() && view.article->title) name = "\u201c" + *view.article->title + "\u201d";
  if (name.empty()) name = "report " + view.article->id;
  return name + " (own reporting)";
}

Trace own(const StoryView& story, const Newsrooms& newsrooms, Index article) {
  Trace trace;
  trace.newsroom = newsrooms.of(article);
  trace.article = article;
  trace.outlet = story.articles[article].outlet;
  return trace;
}

std::optional<Index> article_of_outlet(const StoryView& story, const std::string& outlet) {
  for (Index i = 0; i < story.articles.size(); ++i) {
    if (!outlet.empty() && story.articles[i].outlet == outlet) return i;
  }
  return std::nullopt;
}

Trace trace_of(const StoryView& story, const Newsrooms& newsrooms, Index article,
               const Source* source) {
  if (source == nullptr) return own(story, newsrooms, article);
  Trace trace;
  trace.source = source;
  trace.newsroom = newsrooms.of(article);
  if (source->kind == Source::Kind::hearsay) {
    trace.kind = Trace::Kind::hearsay;
  } else if (source->kind == Source::Kind::outlet) {
    // A report that is itself in the story counts as that report.
    if (const auto reporter = article_of_outlet(story, source->name)) {
      trace = own(story, newsrooms, *reporter);
      trace.cited = *reporter != article;
      return trace;
    }
    trace.kind = Trace::Kind::outlet;
    trace.outlet = source->name;
  } else {
    trace.kind = Trace::Kind::source;
    if (!source->via.empty()) trace.outlet = source->via.front();
    // Who speaks to an outlet of the story speaks to its newsroom, whoever relays it.
    if (const auto relay = article_of_outlet(story, trace.outlet)) {
      trace.newsroom = newsrooms.of(*relay);
    }
  }
  return trace;
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  for (Word& word : words_of(name)) {
    if (word.folded != "jr" && word.folded != "sr") words.push_back(std::move(word.folded));
  }
  return words;
}

// Two first names of one person: equal, an initial, or a short form ("Mike", "Michael").
bool first_names_fit(const std::string& a, const std::string& b) {
  const std::size_t length = std::min({a.size(), b.size(), std::size_t{2}});
  return a.substr(0, length) == b.substr(0, length);
}

// One person under a full and a short name: the last names agree, and the first where both have
// one.
bool same_person(const Source& a, const Source& b) {
  const auto x = name_words(a.name), y = name_words(b.name);
  if (x.empty() || y.empty()) return false;
  if (x.size() == 1) return std::find(y.begin(), y.end(), x[0]) != y.end();
  if (y.size() == 1) return std::find(x.begin(), x.end(), y[0]) != x.end();
  return x.back() == y.back() && first_names_fit(x.front(), y.front());
}

bool is_full_name(const std::string& name) { return name_words(name).size() > 1; }

bool share_half(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter == 0) return false;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2 * both.size() >= shorter;
}

// Half of the shorter description's words are the other's too, and neither has a proper word that
// the other contradicts: "the Norlin army" is not "the Velmark army".
bool same_description(const Source& a, const Source& b) {
  const auto holds = [](const std::vector<std::string>& all, const std::vector<std::string>& some) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
  };
  if (!holds(a.words, b.proper) && !holds(b.words, a.proper)) return false;
  return share_half(a.words, b.words);
}

bool same_source(const Trace& a, const Trace& b) {
  using Kind = Source::Kind;
  const Source &x = *a.source, &y = *b.source;
  if (x.kind == y.kind && x.kind != Kind::anonymous && equal_ignoring_case(x.name, y.name))
    return true;
  if (x.kind == Kind::person && y.kind == Kind::person) return same_person(x, y);
  if (x.kind == Kind::document || y.kind == Kind::document) {
    return x.kind == y.kind && document_class(x.head) == document_class(y.head) &&
           (same_description(x, y) || x.proper.empty() || y.proper.empty());
  }
  if (x.kind == Kind::anonymous && y.kind == Kind::anonymous) {
    const bool one_relay = a.newsroom == b.newsroom || (!a.outlet.empty() && a.outlet == b.outlet);
    return one_relay && same_description(x, y);
  }
  // A person and the body he speaks for, a body under two names, a person not taken for one.
  const bool one_is_person = x.kind == Kind::person || y.kind == Kind::person;
  return same_description(x, y) ||
         (one_is_person && is_full_name(x.name) && is_full_name(y.name) && same_person(x, y));
}

// "CNN reported" and "sources told CNN": the outlet has it from them.
bool is_relay_of(const Trace& outlet, const Trace& source) {
  return outlet.kind == Trace::Kind::outlet && source.kind == Trace::Kind::source &&
         std::find(source.source->via.begin(), source.source->via.end(), outlet.outlet) !=
             source.source->via.end();
}

bool same_origin(const Trace& a, const Trace& b) {
  if (a.utterance != kNone && a.utterance == b.utterance) return true;
  if (a.kind != b.kind) return is_relay_of(a, b) || is_relay_of(b, a);
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

// The source of a clause, or of the clause that it goes on from: what follows "and" or "but" is
// told on the same word as what stands before.
const Source* source_of(const StoryView& story, const Sources& sources, const Unit& unit) {
  constexpr int kHops = 4;
  const ArticleView& view = story.articles[unit.article];
  const Source* source = sources.of(unit.article, unit.span);
  Index at = unit.head;
  for (int hop = 0; hop < kHops && source == nullptr && view.token(at).dep == Dep::conj; ++hop) {
    at = view.token(at).head;
    source = sources.of(unit.article, view.token(at).span);
  }
  return source;
}

// What a report takes from another of the story comes from wherever that one has it.
void follow_citations(std::span<const Unit> units, std::span<const Index> group,
                      const Newsrooms& newsrooms, std::vector<Trace>& traces) {
  for (Trace& trace : traces) {
    if (!trace.cited) continue;
    for (std::size_t m = 0; m < group.size(); ++m) {
      const bool is_cited = newsrooms.of(units[group[m]].article) == trace.newsroom;
      if (is_cited && !traces[m].cited) {
        trace = traces[m];
        break;
      }
    }
  }
}

std::vector<Trace> traces_of(const StoryView& story, const Sources& sources,
                             const Newsrooms& newsrooms, std::span<const SharedPassage> shared,
                             std::span<const Unit> units, std::span<const Index> group) {
  std::vector<const Source*> named(group.size());
  for (std::size_t n = 0; n < group.size(); ++n) {
    named[n] = source_of(story, sources, units[group[n]]);
  }
  std::vector<Trace> traces(group.size());
  for (std::size_t n = 0; n < group.size(); ++n) {
    const Source* source = named[n];
    for (std::size_t m = 0; m < group.size() && source == nullptr; ++m) {
      if (units[group[m]].article == units[group[n]].article) source = named[m];
    }
    traces[n] = trace_of(story, newsrooms, units[group[n]].article, source);
  }
  follow_citations(units, group, newsrooms, traces);
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

Origin origin_of(const StoryView& story, const Trace& trace) {
  Origin origin;
  if (trace.source == nullptr) {
    origin.name = own_name(story.articles[trace.article]);
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
      if (claim.origins[i].attributed) ++claim.on_record;
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
      claim.origins.push_back(origin_of(story, traces[naming.at(same[n])]));
    }
    add_mention(claim.origins[at->second], traces[n], n);
    sources_of_origins.emplace_back(at->second, traces[n].source);
  }
  count_people(sources_of_origins, claim);
  claim.independent_origins = static_cast<std::uint32_t>(claim.origins.size());
  claim.status = claim.independent_origins > 1 ? CollatedClaim::Status::corroborated
                                               : CollatedClaim::Status::single_origin;
}

}  // namespace stemma
