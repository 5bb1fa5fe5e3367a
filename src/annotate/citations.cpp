#include "annotate/citations.h"

#include <algorithm>
#include <optional>

#include "annotate/cue_frames.h"
#include "annotate/cue_lexicon.h"
#include "annotate/names.h"
#include "annotate/outlet_mentions.h"
#include "model/outlets.h"

namespace stemma {
namespace {

using Range = Annotations::Range;
using Relation = Citation::Relation;

template <std::size_t N>
bool among(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// What an outlet does when it gives information.
constexpr std::string_view kReport[] = {
    "report",    "say",      "write",        "note",     "find",     "reveal",    "add",
    "state",     "describe", "quote",        "cite",     "claim",    "estimate",  "project",
    "confirm",   "learn",    "explain",      "detail",   "allege",   "suggest",   "show",
    "point",     "relay",    "publish",      "disclose", "argue",    "observe",   "recount",
    "highlight", "conclude", "broadcast",    "carry",    "air",      "post",      "tweet",
    "call",      "predict",  "identify",     "warn",     "uncover",  "mention",   "document",
    "indicate",  "print",    "run",          "break",    "announce", "speculate", "calculate",
    "describe",  "depict",   "characterize", "put",      "give",     "rate",      "count"};
// What it does to a document.
constexpr std::string_view kObtain[] = {"obtain", "see",     "review",  "view",   "acquire",
                                        "get",    "hear",    "examine", "verify", "receive",
                                        "read",   "analyze", "inspect", "gain",   "access"};
constexpr std::string_view kGive[] = {"give",   "provide", "leak",    "send",  "hand",
                                      "show",   "supply",  "release", "share", "issue",
                                      "submit", "pass",    "offer",   "make"};
constexpr std::string_view kTell[] = {"tell",   "inform", "assure", "remind", "inform", "brief",
                                      "advise", "email",  "text",   "notify", "write"};
constexpr std::string_view kTellTo[] = {
    "say",     "confirm",     "disclose", "speak",    "talk",    "explain", "reveal",
    "admit",   "describe",    "comment",  "complain", "mention", "insist",  "state",
    "suggest", "acknowledge", "announce", "deny",     "express", "relate",  "report",
    "hint",    "concede",     "vent",     "indicate"};
constexpr std::string_view kInterview[] = {"interview", "appearance", "conversation", "segment",
                                           "sit-down",  "podcast",    "broadcast",    "q&a",
                                           "exchange",  "appear"};
constexpr std::string_view kStatement[] = {
    "statement", "email", "e-mail",  "letter",     "message",  "op-ed", "editorial", "essay",
    "column",    "piece", "comment", "commentary", "response", "text",  "remark"};
constexpr std::string_view kOwnWords[] = {"op-ed", "essay", "oped"};
constexpr std::string_view kProduct[] = {
    "report",        "poll",     "survey",  "count",     "review", "analysis", "story",
    "investigation", "database", "article", "account",   "tally",  "estimate", "projection",
    "profile",       "piece",    "study",   "reporting", "item",   "dispatch", "headline",
    "exposé",        "expose",   "website", "site"};
constexpr std::string_view kPoll[] = {"poll", "survey", "count", "tally", "database", "projection"};
constexpr std::string_view kVenue[] = {"show",    "program",  "programme",  "sunday",
                                       "news",    "newshour", "hour",       "channel",
                                       "network", "radio",    "television", "podcast"};

// Names that stand in for a venue or a person of the outlet.
bool is_modifier(const SyntaxView& s, Index token) {
  return s.is(token, {Dep::compound, Dep::nmod, Dep::poss, Dep::amod, Dep::nummod, Dep::appos,
                      Dep::conj, Dep::npadvmod});
}

bool is_negated(const SyntaxView& s, Index verb) { return s.child(verb, {Dep::neg}) != kNone; }

struct Found {
  Relation relation;
  Index verb = kNone;    // the word that shows it
  Index source = kNone;  // head of whom the outlet has it from
};

class Reader {
 public:
  Reader(const Article& article, const SyntaxView& syntax) : article_(article), s_(syntax) {}
  std::vector<Citation> read();

 private:
  std::optional<Found> relation_of(const OutletMention& mention, Index top) const;
  std::optional<Found> frame_of(Index noun, bool own, int depth) const;
  std::optional<Found> as_subject(Index noun, bool own) const;
  std::optional<Found> as_object(Index noun, bool own) const;
  std::optional<Found> after_preposition(Index noun, bool own, int depth) const;
  std::optional<Found> after_to(Index preposition) const;
  std::optional<Found> by_agent(Index verb) const;
  std::optional<Found> on_air(Index preposition) const;
  std::optional<Found> by_neighbours(Range words) const;
  std::optional<Relation> credit(const OutletMention& mention) const;
  bool speaks_of_itself(Index verb) const;
  bool is_person(Index noun) const;
  Citation citation(const OutletMention& mention, Range words, const Found& found) const;
  void attach(Citation& citation, Index verb) const;
  Index top_of(Range words) const;
  bool is_list(Span first, Span second) const;

  const Article& article_;
  const SyntaxView& s_;
};

Index Reader::top_of(Range words) const {
  for (Index t = words.first; t < words.last; ++t) {
    const Index head = s_.head(t);
    if (head == t || head < words.first || head >= words.last) {
      // The last such token heads an English name.
      bool later = false;
      for (Index u = t + 1; u < words.last; ++u) {
        later = later || s_.head(u) < words.first || s_.head(u) >= words.last;
      }
      if (!later) return t;
    }
  }
  return words.last - 1;
}

bool Reader::is_person(Index noun) const {
  return s_.pos(noun) == Pos::propn || is_speaker_noun(s_.lemma(noun)) ||
         s_.lemma(noun) == "host" || s_.lemma(noun) == "anchor";
}

// "CNN said it would sue": the outlet is the topic.
bool Reader::speaks_of_itself(Index verb) const {
  const std::string_view lemma = s_.lemma(verb);
  if (lemma != "say" && lemma != "announce" && lemma != "confirm" && lemma != "add") return false;
  const Index clause = s_.child(verb, {Dep::ccomp});
  if (clause == kNone) return false;
  const Index subject = s_.child(clause, {Dep::nsubj, Dep::nsubjpass});
  return subject != kNone &&
         (s_.is_word(subject, "it") || s_.is_word(subject, "we") || s_.is_word(subject, "they"));
}

std::optional<Found> Reader::as_subject(Index noun, bool own) const {
  const Index verb = s_.head(noun);
  if (!s_.is_verbal(verb) || verb == noun) return std::nullopt;
  const std::string_view lemma = s_.lemma(verb);
  if (s_.dep(noun) == Dep::nsubjpass) {
    if (own && lemma == "tell") return Found{Relation::told, verb, kNone};
    return std::nullopt;
  }
  if (is_negated(s_, verb)) return std::nullopt;
  const Index object = s_.child(verb, {Dep::dobj});
  if (own && among(lemma, kObtain) && object != kNone && is_document_noun(s_.lemma(object))) {
    return Found{Relation::obtained, verb, object};
  }
  const bool product = among(s_.lemma(noun), kProduct);
  const bool reporter = !own && is_person(noun) && !product;
  if (!own && !product && !reporter) return std::nullopt;
  if (!among(lemma, kReport)) return std::nullopt;
  if (reporter && lemma != "report" && lemma != "write" && lemma != "note" && lemma != "relay")
    return std::nullopt;
  if (own && speaks_of_itself(verb)) return std::nullopt;
  // A bare noun as object of a verb that is no verb of saying is something done, not told.
  constexpr std::string_view kDoing[] = {"run",       "break",    "give", "put",  "add",
                                         "show",      "announce", "call", "post", "air",
                                         "broadcast", "carry",    "warn"};
  const bool clause = s_.child(verb, {Dep::ccomp, Dep::oprd}) != kNone;
  if (among(lemma, kDoing) && !clause && !product &&
      (object == kNone || !is_document_noun(s_.lemma(object)))) {
    return std::nullopt;
  }
  Found found{Relation::reported, verb, kNone};
  if (lemma == "cite" || lemma == "quote") found.source = object;
  return found;
}

std::optional<Found> Reader::as_object(Index noun, bool own) const {
  const Index verb = s_.head(noun);
  const std::string_view lemma = s_.lemma(verb);
  if (lemma == "cite" || lemma == "quote") {
    if (own || among(s_.lemma(noun), kProduct)) return Found{Relation::citing, verb, kNone};
    return std::nullopt;
  }
  if (!among(lemma, kTell) || is_negated(s_, verb)) return std::nullopt;
  if (!own && !is_person(noun) && !among(s_.lemma(noun), kVenue)) return std::nullopt;
  // "told the Times to stop"
  if (const Index order = s_.child(verb, {Dep::xcomp}); order != kNone && order > noun) {
    return std::nullopt;
  }
  return Found{Relation::told, verb, source_of(s_, verb).head};
}

std::optional<Found> Reader::by_agent(Index verb) const {
  const std::string_view lemma = s_.lemma(verb);
  constexpr std::string_view kPublish[] = {
      "report",   "publish", "conduct", "quote",    "cite",     "reveal",
      "release",  "compile", "uncover", "describe", "note",     "commission",
      "disclose", "write",   "break",   "carry",    "broadcast"};
  Index about = s_.child(verb, {Dep::nsubjpass});
  if (about == kNone && s_.dep(verb) == Dep::acl) about = s_.head(verb);
  if (among(lemma, kObtain)) return Found{Relation::obtained, verb, about};
  if (lemma == "interview") return Found{Relation::interview, verb, about};
  if (!among(lemma, kPublish)) return std::nullopt;
  if (lemma == "broadcast" && (about == kNone || !is_document_noun(s_.lemma(about)))) {
    return std::nullopt;  // a debate broadcast by CNN
  }
  return Found{Relation::reported, verb, kNone};
}

std::optional<Found> Reader::after_to(Index preposition) const {
  const Index head = s_.head(preposition);
  if (s_.is_word(head, "according")) return Found{Relation::reported, head, kNone};
  if (is_negated(s_, head)) return std::nullopt;
  const std::string_view lemma = s_.lemma(head);
  if (s_.is_verbal(head)) {
    if (among(lemma, kGive)) {
      Index given = s_.child(head, {Dep::dobj, Dep::nsubjpass});
      if (given == kNone && s_.dep(head) == Dep::acl) given = s_.head(head);
      if (given == kNone) return std::nullopt;
      const bool words = among(s_.lemma(given), kStatement);
      const bool document = is_document_noun(s_.lemma(given)) || s_.pos(given) == Pos::pron ||
                            s_.lemma(given) == "copy";
      if (!words && !document) return std::nullopt;
      const Index who =
          words ? source_of(s_, s_.is_root(given) ? head : s_.head(given)).head : given;
      return Found{words ? Relation::statement_to : Relation::obtained, head, who};
    }
    if (among(lemma, kTellTo) || among(lemma, kTell)) {
      return Found{Relation::told, head, source_of(s_, head).head};
    }
    return std::nullopt;
  }
  if (among(lemma, kStatement)) {
    Index who = kNone;
    Index up = s_.head(head);
    if (s_.pos(up) == Pos::adp) up = s_.head(up);
    if (s_.is_verbal(up)) who = source_of(s_, up).head;
    return Found{Relation::statement_to, s_.is_verbal(up) ? up : head, who};
  }
  return std::nullopt;
}

// "said on CNN", "in an interview with CNN", "appearing on …"
std::optional<Found> Reader::on_air(Index preposition) const {
  const Index head = s_.head(preposition);
  const std::string_view lemma = s_.lemma(head);
  if (s_.is_verbal(head)) {
    constexpr std::string_view kNotOnAir[] = {"talk", "cover",   "discuss",   "read",    "see",
                                              "find", "present", "introduce", "publish", "learn",
                                              "hear", "watch",   "gather",    "address"};
    const bool says = !among(lemma, kNotOnAir) && !is_negated(s_, head) &&
                      (verb_cue(lemma) == CueClass::speak || verb_cue(lemma) == CueClass::deny ||
                       verb_cue(lemma) == CueClass::ask || lemma == "appear" || lemma == "go");
    if (!says) return std::nullopt;
    return Found{Relation::interview, head, source_of(s_, head).head};
  }
  if (!among(lemma, kInterview)) return std::nullopt;
  Index up = s_.head(head);
  if (s_.pos(up) == Pos::adp) up = s_.head(up);
  return Found{Relation::interview, head,
               s_.is_verbal(up) ? source_of(s_, up).head : s_.child(head, {Dep::poss})};
}

std::optional<Found> Reader::after_preposition(Index noun, bool own, int depth) const {
  const Index preposition = s_.head(noun);
  if (s_.dep(preposition) == Dep::agent ||
      (s_.is_word(preposition, "by") && s_.is_verbal(s_.head(preposition)))) {
    return by_agent(s_.head(preposition));
  }
  const bool product = among(s_.lemma(noun), kProduct);
  if (s_.is_word(preposition, "to")) {
    if (!own && !product && !is_person(noun)) {
      if (!among(s_.lemma(noun), kStatement)) return std::nullopt;
    }
    return after_to(preposition);
  }
  if (s_.is_word(preposition, "per") || s_.is_word(preposition, "via")) {
    return Found{Relation::reported, preposition, kNone};
  }
  const Index head = s_.head(preposition);
  const std::string_view lemma = s_.lemma(head);
  if (among(s_.lemma(noun), kPoll) && !own) return Found{Relation::reported, noun, kNone};
  if (product && !own && s_.is_word(preposition, "in") && s_.is_verbal(head) &&
      verb_cue(lemma) == CueClass::speak) {
    return Found{Relation::reported, head, source_of(s_, head).head};
  }
  const bool with = s_.is_word(preposition, "with"), on = s_.is_word(preposition, "on"),
             in = s_.is_word(preposition, "in") || s_.is_word(preposition, "for") ||
                  s_.is_word(preposition, "during");
  const bool venue = own || among(s_.lemma(noun), kVenue) || is_person(noun);
  if ((on || with || in) && venue) {
    if (with && s_.is_verbal(head)) {
      if (lemma == "speak" || lemma == "talk") {
        return Found{Relation::told, head, source_of(s_, head).head};
      }
      return std::nullopt;
    }
    if (!in || among(lemma, kInterview)) {
      if (auto found = on_air(preposition)) return found;
    }
  }
  if (among(lemma, kStatement) && s_.is_nominal(head) && !with && !on) {
    const bool op_ed =
        among(lemma, kOwnWords) || s_.child(head, {Dep::compound, Dep::amod}) != kNone;
    if (among(lemma, kOwnWords) || (op_ed && lemma != "piece")) {
      Index up = s_.head(head);
      if (s_.pos(up) == Pos::adp) up = s_.head(up);
      return Found{Relation::statement_to, head, s_.is_verbal(up) ? source_of(s_, up).head : kNone};
    }
  }
  // "a report by Politico", "an article in New York magazine", "Bill O'Reilly of Fox News"
  if (s_.is_nominal(head) && depth < 3 &&
      (among(lemma, kProduct) || among(lemma, kStatement) || s_.pos(head) == Pos::propn)) {
    if (among(lemma, kProduct) &&
        (s_.is_word(preposition, "by") || in || s_.is_word(preposition, "from"))) {
      if (auto found = frame_of(head, false, depth + 1)) return found;
      return Found{Relation::reported, head, kNone};
    }
    if (s_.is_word(preposition, "of") || s_.is_word(preposition, "from")) {
      return frame_of(head, false, depth + 1);
    }
  }
  return std::nullopt;
}

std::optional<Found> Reader::frame_of(Index noun, bool own, int depth) const {
  if (depth > 4) return std::nullopt;
  const std::string_view lemma = s_.lemma(noun);
  if (!own) {
    // The tokenizer splits "op-ed".
    const bool op_ed =
        among(lemma, kOwnWords) || (lemma == "ed" && noun > 1 && s_.is_word(noun - 2, "op"));
    if (lemma == "interview") {
      Index up = s_.head(noun);
      if (s_.pos(up) == Pos::adp) up = s_.head(up);
      return Found{Relation::interview, noun, s_.is_verbal(up) ? source_of(s_, up).head : kNone};
    }
    if (op_ed) {
      Index up = s_.head(noun);
      if (s_.pos(up) == Pos::adp) up = s_.head(up);
      return Found{Relation::statement_to, noun, s_.is_verbal(up) ? source_of(s_, up).head : kNone};
    }
  }
  switch (s_.dep(noun)) {
    case Dep::nsubj:
    case Dep::nsubjpass:
      return as_subject(noun, own);
    case Dep::dobj:
    case Dep::dative:
    case Dep::oprd:
      if (auto found = as_object(noun, own)) return found;
      break;
    case Dep::pobj:
      if (auto found = after_preposition(noun, own, depth)) return found;
      break;
    default:
      break;
  }
  if (is_modifier(s_, noun) && !s_.is_root(noun) && s_.is_nominal(s_.head(noun))) {
    const bool same = own && s_.is(noun, {Dep::conj});
    return frame_of(s_.head(noun), same, depth + 1);
  }
  if (is_modifier(s_, noun) && s_.dep(noun) == Dep::npadvmod && s_.is_verbal(s_.head(noun))) {
    return std::nullopt;
  }
  return std::nullopt;
}

// Where the parse is no help: "told X", "X reported".
std::optional<Found> Reader::by_neighbours(Range words) const {
  Index before = words.first;
  while (before > 0 && (s_.is_word(before - 1, "the") || s_.is_punct(before - 1))) --before;
  if (before > 0 && s_.in_long_tree(before - 1)) return std::nullopt;
  if (before > 0 && s_.is_verbal(before - 1) && s_.lemma(before - 1) == "tell") {
    return Found{Relation::told, before - 1, source_of(s_, before - 1).head};
  }
  if (before > 1 && s_.is_word(before - 1, "on") && s_.is_verbal(before - 2) &&
      !s_.in_long_tree(before - 2) && verb_cue(s_.lemma(before - 2)) == CueClass::speak) {
    return Found{Relation::interview, before - 2, source_of(s_, before - 2).head};
  }
  if (words.last < s_.size() && s_.is_verbal(words.last) &&
      (s_.lemma(words.last) == "report" || s_.lemma(words.last) == "write") &&
      s_.tag(words.last) != "VBN") {
    return Found{Relation::reported, words.last, kNone};
  }
  if (before > 0 && s_.is_verbal(before - 1) && s_.lemma(before - 1) == "report" &&
      s_.tag(before - 1) == "VBD" && words.last < s_.size() && s_.is_punct(words.last)) {
    return Found{Relation::reported, before - 1, kNone};
  }
  return std::nullopt;
}

// "[CNN]", "(Reuters) -", "The Associated Press contributed to this report"
std::optional<Relation> Reader::credit(const OutletMention& mention) const {
  const std::string_view text = article_.text;
  const std::string_view left = text.substr(0, mention.span.begin);
  std::string_view right = text.substr(mention.span.end);
  if (right.starts_with(".")) right.remove_prefix(1);
  if (!mention.weak && left.ends_with("[") && right.starts_with("]")) return Relation::reported;
  if (!mention.weak && left.ends_with("(") && right.starts_with(")")) {
    const std::string_view rest = trim(right.substr(1, 5));
    const bool dateline = rest.starts_with("-") || rest.starts_with("—") || rest.starts_with("–");
    return dateline ? Relation::credit : Relation::reported;
  }
  const Index sentence = s_.annotations().sentence_at(mention.span.begin);
  if (sentence == kNone) return std::nullopt;
  const std::string_view words = s_.text(s_.annotations().sentences[sentence]);
  constexpr std::size_t kLongestCredit = 240;
  if (words.size() >= kLongestCredit) return std::nullopt;
  const bool credited = words.find("contributed to this") != std::string_view::npos ||
                        words.find("contributed to the report") != std::string_view::npos ||
                        words.find("contributed reporting") != std::string_view::npos ||
                        words.find("contribution from") != std::string_view::npos ||
                        words.find("eporting contributed by") != std::string_view::npos ||
                        words.find("eporting by") != std::string_view::npos ||
                        words.find("material from") != std::string_view::npos ||
                        words.find("reported from") != std::string_view::npos;
  if (credited) return Relation::credit;
  return std::nullopt;
}

std::optional<Found> Reader::relation_of(const OutletMention& mention, Index top) const {
  const Range words = s_.annotations().tokens_in(mention.span);
  if (const auto relation = credit(mention)) return Found{*relation, kNone, kNone};
  if (s_.in_long_tree(top)) return std::nullopt;
  auto found = frame_of(top, true, 0);
  if (!found) found = by_neighbours(words);
  if (!found) return std::nullopt;
  if (mention.weak && found->relation == Relation::reported && found->verb != kNone) {
    // A common word as the subject of "say" is no outlet; of "report" it is.
    constexpr std::string_view kClear[] = {"report", "write", "publish", "according", "quote",
                                           "cite",   "find",  "reveal",  "note",      "broadcast"};
    if (!among(s_.lemma(found->verb), kClear) && !s_.is_word(found->verb, "according") &&
        !among(s_.lemma(found->verb), kPoll)) {
      return std::nullopt;
    }
  }
  return found;
}

// The attribution whose cue is the verb, and whom its content leads back to.
void Reader::attach(Citation& citation, Index verb) const {
  const auto& all = s_.annotations().attributions;
  constexpr std::size_t kWindow = 12;
  const std::uint32_t at = verb == kNone ? citation.name.begin : s_[verb].span.begin;
  const auto near = std::partition_point(
      all.begin(), all.end(), [&](const Attribution& a) { return a.content.front().begin <= at; });
  const auto first = near - std::min<std::ptrdiff_t>(near - all.begin(), kWindow);
  const auto last = near + std::min<std::ptrdiff_t>(all.end() - near, kWindow);
  for (auto a = first; a != last; ++a) {
    if (a->cue && a->cue->contains(at)) citation.attribution = static_cast<Index>(a - all.begin());
  }
  if (citation.attribution == kNone || citation.source) return;
  for (auto a = first; a != last; ++a) {
    if (a->parent != citation.attribution || !a->source || a->attitude) continue;
    citation.source = a->source;
    citation.source_name = a->speaker;
    return;
  }
}

Citation Reader::citation(const OutletMention& mention, Range words, const Found& found) const {
  Citation citation;
  citation.outlet = mention.outlet;
  citation.name = mention.span;
  citation.relation = found.relation;
  citation.evidence = mention.span;
  if (found.verb != kNone) citation.evidence = hull(citation.evidence, s_[found.verb].span);
  Index source = found.source;
  // "Reuters reported, citing a senior official"
  if (source == kNone && found.verb != kNone && found.relation == Relation::reported) {
    for (const Index c : s_.children(found.verb)) {
      const bool cites = s_.is_word(c, "citing") || s_.is_word(c, "quoting");
      if (cites) source = s_.child(c, {Dep::dobj, Dep::pobj});
    }
  }
  const bool outside = source != kNone && (source < words.first || source >= words.last);
  if (outside) {
    const Range phrase = short_phrase(s_, source);
    const Span span = s_.span_of(phrase);
    if (!span.empty() && !span.overlaps(mention.span)) {
      citation.source = span;
      citation.source_name = if_short(s_.text(span));
    }
  }
  attach(citation, found.verb);
  if (citation.attribution != kNone && found.relation != Relation::reported) {
    const Attribution& owner = s_.annotations().attributions[citation.attribution];
    if (owner.source && !owner.speaker.empty()) {
      citation.source = owner.source;
      citation.source_name = owner.speaker;
    }
  }
  constexpr std::uint32_t kLongestEvidence = 160;
  if (citation.source) {
    const Span wide = hull(citation.evidence, *citation.source);
    if (wide.size() <= kLongestEvidence) citation.evidence = wide;
  }
  return citation;
}

// "CNN and NBC reported": what is true of the second is true of the first.
bool Reader::is_list(Span first, Span second) const {
  if (second.begin < first.end) return false;
  const std::string_view between = trim(s_.text({first.end, second.begin}));
  return between == "and" || between == "and the" || between == "and The" || between == "/";
}

std::vector<Citation> Reader::read() {
  std::vector<Citation> citations;
  const std::vector<OutletMention> mentions = find_outlet_mentions(article_, s_);
  const OutletMention* waiting = nullptr;  // the one before, when it has no frame of its own
  for (const OutletMention& mention : mentions) {
    if (article_.in_furniture(mention.span)) continue;
    const Range words = s_.annotations().tokens_in(mention.span);
    if (words.empty()) continue;
    const auto found = relation_of(mention, top_of(words));
    if (found) citations.push_back(citation(mention, words, *found));
    if (found && waiting && is_list(waiting->span, mention.span)) {
      Citation same = citation(*waiting, s_.annotations().tokens_in(waiting->span), *found);
      citations.insert(citations.end() - 1, std::move(same));
    }
    waiting = found ? nullptr : &mention;
  }
  return citations;
}

}  // namespace

std::vector<Citation> find_citations(const Article& article, const SyntaxView& syntax) {
  return Reader(article, syntax).read();
}

}  // namespace stemma
