#include "collate/sources.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "model/outlets.h"

namespace stemma {
namespace {

constexpr double kLeastCover = 0.4;  // share of a stretch that an attribution's content must hold
constexpr double kFullCover = 0.6;
constexpr double kCueCover = 0.8;  // a stretch with the cue in it stands for its content

struct Document {
  std::string_view noun;
  int kind;
};
constexpr std::array<Document, 20> kDocuments = {{
    {"affidavit", 1},  {"complaint", 1}, {"document", 1},  {"email", 2},      {"filing", 1},
    {"indictment", 1}, {"lawsuit", 1},   {"letter", 2},    {"memo", 2},       {"memorandum", 2},
    {"paper", 1},      {"papers", 1},    {"record", 1},    {"report", 3},     {"statement", 4},
    {"study", 3},      {"survey", 3},    {"testimony", 5}, {"transcript", 5}, {"warrant", 1},
}};

constexpr std::array<std::string_view, 11> kSmallNumbers = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

Index head_of(const ArticleView& view, Annotations::Range range) {
  for (Index i = range.first; i < range.last; ++i) {
    const Index head = view.token(i).head;
    if (head < range.first || head >= range.last || head == i) return i;
  }
  return range.first;
}

// A lemma as descriptions are compared: "U.S.", "US" and "American" tell one country.
std::string describing_word(std::string_view lemma) {
  std::string word = to_lower(lemma);
  std::erase(word, '.');
  return word == "us" || word == "america"   ? "american"
         : word == "uk" || word == "britain" ? "british"
                                             : word;
}

void describe(const ArticleView& view, Span span, Source& source) {
  const Annotations::Range range = view.notes->tokens_in(span);
  if (range.empty()) return;
  const Index head = head_of(view, range);
  if (view.token(head).pos == Pos::noun || view.token(head).pos == Pos::propn) {
    source.head = to_lower(view.lemma(head));
  }
  for (Index i = range.first; i < range.last; ++i) {
    const Pos pos = view.token(i).pos;
    if (pos == Pos::noun || pos == Pos::propn || pos == Pos::adj) {
      source.words.push_back(describing_word(view.lemma(i)));
      const bool capital = pos != Pos::noun && is_ascii_upper(view.text(i)[0]);
      if (capital && i != head) source.proper.push_back(source.words.back());
    }
    const auto number =
        std::find(kSmallNumbers.begin(), kSmallNumbers.end(), to_lower(view.text(i)));
    if (number != kSmallNumbers.end() && number > kSmallNumbers.begin() + 1) {
      source.people = static_cast<std::uint32_t>(number - kSmallNumbers.begin());
    }
  }
  sort_unique(source.words);
  sort_unique(source.proper);
}

// What of an article is looked up for each attribution.
struct Lookup {
  Lookup(const StoryView& story, const ArticleView& view) {
    for (const ArticleView& each : story.articles) {
      if (!each.outlet.empty()) outlets.insert(to_lower(each.outlet));
    }
    for (const Entity& entity : view.notes->entities) {
      if (entity.type == "PERSON") persons.insert(view.text(entity.span));
    }
    for (const Citation& citation : view.notes->citations) {
      citations[citation.attribution].push_back(&citation);
      if (is_press_agency(citation.outlet)) agencies.insert(citation.outlet);
    }
  }
  std::set<std::string> outlets;   // of the story's reports, in small letters
  std::set<std::string> agencies;  // that the article cites
  std::set<std::string_view> persons;
  std::map<Index, std::vector<const Citation*>> citations;  // by the attribution that cites
};

bool names_a_person(const ArticleView& view, Span span) {
  constexpr std::uint32_t kLongName = 200;  // a name that begins before the span may reach into it
  const Span wide{span.begin - std::min(span.begin, kLongName), span.end};
  const auto names = items_in(view.notes->entities, wide);
  return std::any_of(names.begin(), names.end(),
                     [&](const Entity& e) { return e.type == "PERSON" && span.overlaps(e.span); });
}

bool names_a_body(const ArticleView& view, Span span) {
  const Annotations::Range range = view.notes->tokens_in(span);
  return !range.empty() && view.token(head_of(view, range)).pos == Pos::propn;
}

// The resolved speaker is a person when the source, or any mention of that name, is one.
bool is_person(const ArticleView& view, const Lookup& lookup, const Attribution& attribution) {
  return (attribution.source && names_a_person(view, *attribution.source)) ||
         lookup.persons.contains(attribution.speaker);
}

// The outlet that a speaker's name means: a known one, one whose report is in the story, or "the
// agency" of an article that cites one only. Empty when it is none.
std::string outlet_named(const Lookup& lookup, std::string_view speaker) {
  std::string name = canonical_outlet(speaker);
  if (known_outlet(name) != nullptr || lookup.outlets.contains(to_lower(name))) return name;
  const bool is_agency = equal_ignoring_case(name, "agency") ||
                         equal_ignoring_case(name, "news agency") ||
                         equal_ignoring_case(name, "press agency");
  return is_agency && lookup.agencies.size() == 1 ? *lookup.agencies.begin() : "";
}

constexpr std::array<std::string_view, 6> kFirstPersons = {"i", "me", "my", "our", "us", "we"};
constexpr std::array<std::string_view, 6> kNobodies = {"one",  "some",  "that",
                                                       "what", "which", "who"};

// The only word of the speaker's name, in small letters; empty when it has more or is a name.
std::string lone_pronoun(const ArticleView& view, const Attribution& attribution) {
  if (!attribution.source || view.text(*attribution.source) != attribution.speaker) return "";
  const Annotations::Range range = view.notes->tokens_in(*attribution.source);
  if (range.empty()) return "";
  const Pos pos = view.token(range.first).pos;
  const bool is_pronoun = pos == Pos::pron || pos == Pos::det || pos == Pos::num;
  return range.last == range.first + 1 && is_pronoun ? to_lower(attribution.speaker) : "";
}

bool is_nobody(const ArticleView& view, const Attribution& attribution) {
  const std::string pronoun = lone_pronoun(view, attribution);
  if (std::find(kNobodies.begin(), kNobodies.end(), pronoun) != kNobodies.end()) return true;
  if (!attribution.source) return false;
  const Annotations::Range range = view.notes->tokens_in(*attribution.source);
  for (Index i = range.first; i < range.last; ++i) {
    if (view.token(i).pos != Pos::pron) continue;  // "US officials" are not "us"
    const std::string word = to_lower(view.text(i));
    if (std::find(kFirstPersons.begin(), kFirstPersons.end(), word) != kFirstPersons.end()) {
      return view.text(*attribution.source) == attribution.speaker;
    }
  }
  return false;
}

bool is_outlet_relation(Citation::Relation relation) {
  return relation == Citation::Relation::reported || relation == Citation::Relation::citing ||
         relation == Citation::Relation::obtained || relation == Citation::Relation::credit;
}

Source classify(const ArticleView& view, const Lookup& lookup, Index article, Index number) {
  const Attribution& attribution = view.notes->attributions[number];
  Source source;
  source.denies = attribution.denies;
  source.name = attribution.speaker;
  if (attribution.source) {
    source.evidence.push_back({article, *attribution.source});
    describe(view, *attribution.source, source);
    if (source.name.empty()) source.name = std::string(view.text(*attribution.source));
  }
  if (attribution.cue) source.evidence.push_back({article, *attribution.cue});
  const auto cited = lookup.citations.find(number);
  if (attribution.source && cited != lookup.citations.end()) {
    for (const Citation* citation : cited->second) {
      if (!attribution.source->overlaps(citation->name) ||
          !is_outlet_relation(citation->relation)) {
        continue;
      }
      source.kind = Source::Kind::outlet;
      source.name = citation->outlet;
      return source;
    }
  }
  if (attribution.hearsay || source.name.empty()) {
    source.kind = Source::Kind::hearsay;
  } else if (is_nobody(view, attribution)) {
    source.kind = Source::Kind::none;
  } else if (!lone_pronoun(view, attribution).empty()) {
    source.kind = Source::Kind::anonymous;
    source.name = "“" + source.name + "” (whom it means is not resolved)";
  } else if (std::string outlet = outlet_named(lookup, source.name); !outlet.empty()) {
    source.kind = Source::Kind::outlet;
    source.name = std::move(outlet);
  } else if (is_person(view, lookup, attribution)) {
    source.kind = Source::Kind::person;
  } else if (document_class(source.head) != 0) {
    source.kind = Source::Kind::document;
  } else {
    source.kind = attribution.anonymous ? Source::Kind::anonymous : Source::Kind::body;
  }
  return source;
}

void add_via(Source& source, const std::string& outlet, Mention evidence) {
  if (source.name == outlet) return;
  const auto at = std::lower_bound(source.via.begin(), source.via.end(), outlet);
  if (at == source.via.end() || *at != outlet) source.via.insert(at, outlet);
  source.evidence.push_back(evidence);
}

Source cited_source(const ArticleView& view, Index article, const Citation& citation) {
  Source source;
  describe(view, *citation.source, source);
  source.name = citation.source_name.empty() ? std::string(view.text(*citation.source))
                                             : citation.source_name;
  source.kind = names_a_person(view, *citation.source) ? Source::Kind::person
                : document_class(source.head) != 0     ? Source::Kind::document
                : names_a_body(view, *citation.source) ? Source::Kind::body
                                                       : Source::Kind::anonymous;
  source.via = {citation.outlet};
  source.evidence = {{article, *citation.source}, {article, citation.name}};
  return source;
}

double share_covered(const Attribution& attribution, Span span) {
  std::uint32_t both = 0, size = 0;
  for (const Span& piece : attribution.content) {
    both += overlap(piece, span);
    size += piece.size();
  }
  double share = static_cast<double>(both) / std::max<std::uint32_t>(1, span.size());
  if (attribution.cue && span.contains(attribution.cue->begin) && size > 0) {
    share = std::max(share, kCueCover * both / size);
  }
  return share;
}

std::uint32_t content_size(const Attribution& attribution) {
  std::uint32_t size = 0;
  for (const Span& piece : attribution.content) size += piece.size();
  return size;
}

// Who is asked first: people and documents, then outlets, then hearsay.
int nearness(Source::Kind kind) {
  return kind == Source::Kind::hearsay ? 0 : kind == Source::Kind::outlet ? 1 : 2;
}

}  // namespace

int document_class(std::string_view lemma) {
  const auto at = std::find_if(kDocuments.begin(), kDocuments.end(),
                               [&](const Document& each) { return each.noun == lemma; });
  return at == kDocuments.end() ? 0 : at->kind;
}

Sources::Sources(const StoryView& story) : story_(story), by_article_(story.articles.size()) {
  for (Index article = 0; article < story.articles.size(); ++article) {
    read(article);
    read_relays(article);
  }
}

void Sources::read(Index article) {
  const ArticleView& view = story_.articles[article];
  InArticle& into = by_article_[article];
  into.by_sentence.resize(view.last_sentence - view.first_sentence);
  const auto& attributions = view.notes->attributions;
  const Lookup lookup(story_, view);
  for (Index n = 0; n < attributions.size(); ++n) {
    into.sources.push_back(classify(view, lookup, article, n));
    std::vector<Span> pieces = attributions[n].content;
    if (attributions[n].cue) pieces.push_back(*attributions[n].cue);
    for (const Span& piece : pieces) {
      for (Index s = story_.sentence_from(article, piece.begin);
           s < view.last_sentence && story_.sentences[s].span.begin < piece.end; ++s) {
        auto& here = into.by_sentence[s - view.first_sentence];
        if (here.empty() || here.back() != n) here.push_back(n);
        into.sources[n].sentence = std::min(into.sources[n].sentence, s);
      }
    }
  }
}

void Sources::read_relays(Index article) {
  const ArticleView& view = story_.articles[article];
  InArticle& into = by_article_[article];
  const auto& attributions = view.notes->attributions;
  into.cited.assign(attributions.size(), kNone);
  for (const Citation& citation : view.notes->citations) {
    if (citation.attribution >= attributions.size()) continue;
    add_via(into.sources[citation.attribution], citation.outlet, {article, citation.name});
    if (citation.source && into.sources[citation.attribution].kind == Source::Kind::outlet) {
      into.cited[citation.attribution] = static_cast<Index>(into.sources.size());
      into.sources.push_back(cited_source(view, article, citation));
    }
  }
  for (Index n = 0; n < attributions.size(); ++n) {
    const Index parent = attributions[n].parent;
    if (parent >= attributions.size() || into.sources[parent].kind != Source::Kind::outlet)
      continue;
    if (attributions[n].content.empty()) continue;
    add_via(into.sources[n], into.sources[parent].name, {article, attributions[n].content.front()});
  }
  read_quoted_sources(article);
  follow_unnamed(into.sources);
}

// "…, the agency said, quoting an unnamed official": what the sentence has from the outlet, the
// outlet has from him.
void Sources::read_quoted_sources(Index article) {
  const ArticleView& view = story_.articles[article];
  InArticle& into = by_article_[article];
  const auto& attributions = view.notes->attributions;
  for (Index n = 0; n < attributions.size(); ++n) {
    const Attribution& quoting = attributions[n];
    if (into.sources[n].kind != Source::Kind::outlet || !quoting.cue || !quoting.source) continue;
    const Annotations::Range cue = view.notes->tokens_in(*quoting.cue);
    const bool quotes =
        !cue.empty() && (view.lemma(cue.last - 1) == "quote" || view.lemma(cue.last - 1) == "cite");
    if (!quotes || quoting.content.size() != 1) continue;
    const Annotations::Range whom = view.notes->tokens_in(quoting.content[0]);
    if (whom.empty() || view.token(head_of(view, whom)).pos != Pos::noun) continue;
    Citation citation;
    citation.outlet = into.sources[n].name;
    citation.name = *quoting.source;
    citation.source = quoting.content[0];
    const auto cited = static_cast<Index>(into.sources.size());
    into.sources.push_back(cited_source(view, article, citation));
    for (Index m = 0; m < attributions.size(); ++m) {
      const Source& other = into.sources[m];
      const bool same = other.kind == Source::Kind::outlet && other.name == citation.outlet &&
                        other.sentence == into.sources[n].sentence;
      if (same && into.cited[m] == kNone) into.cited[m] = cited;
    }
  }
}

// "The official also said": the one who was described before, and relayed by whoever relayed him
// then. "A second official" is another.
void Sources::follow_unnamed(std::vector<Source>& sources) {
  std::vector<Index> order;
  for (Index i = 0; i < sources.size(); ++i) {
    const bool unnamed = sources[i].kind == Source::Kind::anonymous && !sources[i].head.empty();
    if (unnamed && !sources[i].evidence.empty()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
    return sources[a].evidence.front().span < sources[b].evidence.front().span;
  });
  std::map<std::string_view, Index> last;  // by the describing noun
  for (const Index i : order) {
    Source& source = sources[i];
    const auto before = last.find(source.head);
    const bool again = to_lower(source.name).starts_with("the ");
    if (again && before != last.end()) {
      const Source& first = sources[before->second];
      if (source.via.empty()) source.via = first.via;
      if (source.words.size() < first.words.size()) {
        source.name = first.name;
        source.words = first.words;
        source.proper = first.proper;
      }
      continue;
    }
    last[source.head] = i;
  }
}

const Source* Sources::of(Index article, Span span) const {
  const ArticleView& view = story_.articles[article];
  const InArticle& from = by_article_[article];
  Index best = kNone;
  const auto better = [&](Index a, Index b) {
    const auto& attributions = view.notes->attributions;
    const int near_a = nearness(from.sources[a].kind), near_b = nearness(from.sources[b].kind);
    if (near_a != near_b) return near_a > near_b;
    const bool full_a = share_covered(attributions[a], span) >= kFullCover;
    const bool full_b = share_covered(attributions[b], span) >= kFullCover;
    if (full_a != full_b) return full_a;
    return content_size(attributions[a]) < content_size(attributions[b]);
  };
  for (Index s = story_.sentence_from(article, span.begin);
       s < view.last_sentence && story_.sentences[s].span.begin < span.end; ++s) {
    for (const Index n : from.by_sentence[s - view.first_sentence]) {
      if (from.sources[n].kind == Source::Kind::none) continue;
      if (share_covered(view.notes->attributions[n], span) < kLeastCover) continue;
      if (best == kNone || better(n, best)) best = n;
    }
  }
  if (best == kNone) return nullptr;
  return &from.sources[from.cited[best] != kNone ? from.cited[best] : best];
}

}  // namespace stemma
