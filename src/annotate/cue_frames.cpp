#include "annotate/cue_frames.h"

#include <algorithm>
#include <array>

namespace stemma {
namespace {

using Range = Annotations::Range;

constexpr int kMaxSteps = 3;  // verbs walked upwards in search of a shared subject

bool is_passive(const SyntaxView& s, Index verb) {
  return s.child(verb, {Dep::nsubjpass, Dep::auxpass, Dep::csubjpass}) != kNone;
}

Index agent_of(const SyntaxView& s, Index verb) {
  const Index by = s.child(verb, {Dep::agent});
  return by == kNone ? kNone : s.child(by, {Dep::pobj});
}

// The noun phrase of a head without clauses that hold the cue.
Source source_from(const SyntaxView& s, Index head, Index cue) {
  if (head == kNone) return {};
  Range range = s.subtree(head);
  if (cue > head) range.last = std::min(range.last, cue);
  if (cue < head) range.first = std::max(range.first, cue + 1);
  // A heading that the parser took for part of the phrase ends with its line.
  for (Index t = range.first; t < range.last; ++t) {
    if (!s.is_space(t) || s.word(t).find('\n') == std::string_view::npos) continue;
    if (t < cue) {
      range.first = t + 1;
      if (head < t) head = kNone;
    } else {
      range.last = t;
    }
  }
  range = trimmed(s, range);
  if (range.empty()) return {};
  for (Index t = range.first; head == kNone && t < range.last; ++t) {
    const bool outside = s.head(t) < range.first || s.head(t) >= range.last;
    if (outside && s.is_nominal(t)) head = t;
  }
  return {head == kNone ? range.last - 1 : head, range};
}

Index subject_above(const SyntaxView& s, Index verb, int steps);

// The subject nearest to its verb: a heading before it may have been taken for another.
Index own_subject(const SyntaxView& s, Index verb) {
  Index own = kNone;
  for (const Index c : s.children(verb)) {
    if (s.is(c, {Dep::nsubj, Dep::csubj}) && (own == kNone || c < verb)) own = c;
  }
  return own;
}

Index subject_of(const SyntaxView& s, Index verb, int steps) {
  if (const Index own = own_subject(s, verb); own != kNone) return own;
  if (is_passive(s, verb)) return agent_of(s, verb);
  return steps >= kMaxSteps ? kNone : subject_above(s, verb, steps + 1);
}

// The subject that a governing verb lends, also that of a passive ("was seen leaving").
Index lent_subject(const SyntaxView& s, Index governor, int steps) {
  if (const Index passive = s.child(governor, {Dep::nsubjpass}); passive != kNone) return passive;
  return subject_of(s, governor, steps);
}

Index subject_above(const SyntaxView& s, Index verb, int steps) {
  if (s.is_root(verb)) return kNone;
  const Index head = s.head(verb);
  switch (s.dep(verb)) {
    case Dep::xcomp:
    case Dep::ccomp:
      if (const Index object = s.child(head, {Dep::dobj, Dep::dative});
          object != kNone && s.dep(verb) == Dep::xcomp && s.is_nominal(object)) {
        return object;
      }
      return lent_subject(s, head, steps);
    case Dep::conj:
    case Dep::advcl:
    case Dep::dep:
      return s.is_verbal(head) ? lent_subject(s, head, steps) : kNone;
    case Dep::acl:
    case Dep::relcl:
      return s.is_nominal(head) ? head : kNone;
    case Dep::pcomp: {
      const Index above = s.head(head);
      if (s.is_verbal(above)) return lent_subject(s, above, steps);
      return s.child(above, {Dep::poss});
    }
    default:
      return kNone;
  }
}

// Appends [first, last) without [hole.first, hole.last), trimmed.
void add_without(const SyntaxView& s, std::vector<Range>& content, Range range, Range hole) {
  const auto add = [&](Range piece) {
    piece = trimmed(s, piece);
    if (!piece.empty()) content.push_back(piece);
  };
  if (hole.empty() || hole.last <= range.first || range.last <= hole.first) return add(range);
  add({range.first, std::min(range.last, hole.first)});
  add({std::max(range.first, hole.last), range.last});
}

// The cue with everything that hangs on it but its content.
Range cue_clause(const SyntaxView& s, Index cue, Index content) {
  Range range{cue, cue + 1};
  for (const Index c : s.children(cue)) {
    if (c == content || s.is_punct(c)) continue;
    const Range sub = s.subtree(c);
    if (sub.first <= content && content < sub.last) continue;
    // Another clause on the far side of the content is no part of the cue's own stretch.
    const bool between = content < cue ? c > content : c < content;
    if (between) range = {std::min(range.first, sub.first), std::max(range.last, sub.last)};
  }
  return range;
}

class Finder {
 public:
  explicit Finder(const SyntaxView& syntax) : s_(syntax), line_(syntax.size(), 0) {
    Index line = 0;
    for (Index t = 0; t < s_.size(); ++t) {
      line_[t] = line;
      if (s_.is_space(t) && s_.word(t).find('\n') != std::string_view::npos) ++line;
    }
  }
  std::vector<Candidate> find();

 private:
  void read(Index token);
  void read_verb(Index verb);
  void clauses(Index verb);
  void interrupted(Index verb);
  void objects(Index verb);
  void prepositions(Index verb);
  void passive(Index verb);
  void as_clause(Index verb);
  void copula(Index verb);
  void noun(Index noun);
  void according_to(Index token);
  void hearsay(Index adverb);

  Candidate base(Index cue, Frame frame, CueClass cue_class, Range cue_tokens,
                 Source source) const {
    Candidate candidate;
    candidate.cue = cue;
    candidate.frame = frame;
    candidate.cue_class = cue_class;
    candidate.cue_tokens = cue_tokens;
    candidate.source = source.head;
    candidate.source_tokens = source.tokens;
    return candidate;
  }
  Candidate of_verb(Index verb, Frame frame) const {
    return base(verb, frame, verb_cue(s_.lemma(verb)), verb_group(s_, verb), source_of(s_, verb));
  }
  void give(Candidate candidate, Index content_head) {
    for (Range& piece : candidate.content) clip(piece, line_[candidate.cue]);
    std::erase_if(candidate.content, [](Range piece) { return piece.empty(); });
    if (candidate.content.empty()) return;
    candidate.content_head = content_head;
    found_.push_back(std::move(candidate));
  }
  void give_subtree(Candidate candidate, Index content) {
    Range range = s_.subtree(content);
    const Index rest = mislaid_conjunct(candidate.cue, content, candidate.source);
    if (rest != kNone) range.last = std::max(range.last, s_.subtree(rest).last);
    add_without(s_, candidate.content, range, cue_clause(s_, candidate.cue, content));
    give(std::move(candidate), content);
  }

  // "An official said that the troops were there but were using another hangar": the second "were"
  // goes on from the first, though the parse may hang it on "said". Its number tells.
  Index mislaid_conjunct(Index cue, Index content, Index source) const {
    if (source == kNone || content < cue || (s_.tag(source) != "NN" && s_.tag(source) != "NNP")) {
      return kNone;
    }
    for (const Index c : s_.children(cue)) {
      if (c < content || !s_.is(c, {Dep::conj})) continue;
      if (s_.child(c, {Dep::nsubj, Dep::nsubjpass}) != kNone) continue;
      const Index aux = s_.child(c, {Dep::aux, Dep::auxpass});
      const Index finite = aux != kNone ? aux : c;
      const bool plural =
          s_.is_word(finite, "were") || s_.is_word(finite, "are") || s_.is_word(finite, "have");
      if (plural) return c;
    }
    return kNone;
  }

  // What stands in another paragraph than the cue came there by an error of the parse.
  void clip(Range& piece, Index line) const {
    while (piece.first < piece.last && line_[piece.first] != line) ++piece.first;
    while (piece.first < piece.last && line_[piece.last - 1] != line) --piece.last;
    piece = trimmed(s_, piece);
  }

  const SyntaxView& s_;
  std::vector<Index> line_;  // of each token
  std::vector<Candidate> found_;
};

void Finder::clauses(Index verb) {
  for (const Index c : s_.children(verb)) {
    if (s_.is(c, {Dep::ccomp})) {
      give_subtree(of_verb(verb, c < verb ? Frame::clause_first : Frame::clause), c);
    } else if (s_.is(c, {Dep::xcomp}) && c > verb && s_.is_verbal(c)) {
      const bool to = s_.child(c, {Dep::aux}) != kNone;
      Candidate candidate = of_verb(verb, to ? Frame::infinitive : Frame::gerund);
      // "urged them to leave": the object is whom the content is about.
      const Index object = s_.child(verb, {Dep::dobj, Dep::dative});
      Range range = s_.subtree(c);
      if (object != kNone && object > verb && object < c) range.first = s_.subtree(object).first;
      add_without(s_, candidate.content, range, {});
      give(std::move(candidate), c);
    } else if (s_.is(c, {Dep::advcl}) && c > verb && s_.child(c, {Dep::mark}) != kNone &&
               (s_.is_word(s_.child(c, {Dep::mark}), "that") ||
                s_.is_word(s_.child(c, {Dep::mark}), "whether"))) {
      give_subtree(of_verb(verb, Frame::clause), c);
    }
  }
}

// The cue's clause stands inside or behind the clause it reports and hangs on it.
void Finder::interrupted(Index verb) {
  if (s_.is_root(verb)) return;
  const bool aside = s_.dep(verb) == Dep::parataxis ||
                     (s_.is(verb, {Dep::ccomp, Dep::dep, Dep::advcl}) &&
                      s_.child(verb, {Dep::ccomp, Dep::dobj, Dep::xcomp, Dep::mark}) == kNone);
  if (!aside || s_.child(verb, {Dep::nsubj}) == kNone) return;
  const Index head = s_.head(verb);
  const Range own = s_.subtree(verb);
  const Range whole = s_.subtree(head);
  if (own.first == whole.first) return;
  Candidate candidate = of_verb(verb, Frame::interrupted);
  add_without(s_, candidate.content, whole, own);
  give(std::move(candidate), head);
}

void Finder::objects(Index verb) {
  const Index object = s_.child(verb, {Dep::dobj});
  const Index predicate = s_.child(verb, {Dep::oprd});
  if (object == kNone && predicate == kNone) return;
  const Index first = object != kNone ? object : predicate;
  Candidate plain = of_verb(verb, Frame::object);
  add_without(s_, plain.content, s_.subtree(first), {});
  Range range = s_.subtree(first);
  for (const Index c : s_.children(verb)) {
    if (c <= first || c < verb) continue;
    if (s_.is(c, {Dep::oprd, Dep::prep, Dep::dative, Dep::advcl, Dep::npadvmod})) {
      range.last = std::max(range.last, s_.subtree(c).last);
      Candidate longer = of_verb(verb, Frame::object_phrase);
      add_without(s_, longer.content, range, {});
      give(std::move(longer), c);
      break;
    }
  }
  give(std::move(plain), first);
}

void Finder::prepositions(Index verb) {
  for (const Index p : s_.children(verb)) {
    if (p < verb || !s_.is(p, {Dep::prep})) continue;
    const Index object = s_.child(p, {Dep::pobj, Dep::pcomp});
    if (object == kNone || object < p) continue;
    Candidate candidate = of_verb(verb, Frame::preposition);
    if (p == candidate.cue_tokens.last) candidate.cue_tokens.last = p + 1;
    add_without(s_, candidate.content, {p + 1, s_.subtree(p).last}, {});
    give(std::move(candidate), object);
  }
}

void Finder::passive(Index verb) {
  const Index subject = s_.child(verb, {Dep::nsubjpass});
  if (subject == kNone) return;
  Candidate candidate = of_verb(verb, Frame::passive);
  add_without(s_, candidate.content, s_.subtree(subject), candidate.cue_tokens);
  Index head = subject;
  for (const Index c : s_.children(verb)) {
    if (c > verb && s_.is(c, {Dep::xcomp, Dep::oprd, Dep::prep, Dep::ccomp, Dep::advcl})) {
      add_without(s_, candidate.content, s_.subtree(c), {});
      head = c;
      break;
    }
  }
  give(std::move(candidate), head);
}

// "As Reuters first reported, the talks failed."
void Finder::as_clause(Index verb) {
  if (!s_.is(verb, {Dep::advcl, Dep::ccomp, Dep::relcl}) || s_.is_root(verb)) return;
  const Range own = s_.subtree(verb);
  if (!s_.is_word(own.first, "as") || s_.child(verb, {Dep::ccomp, Dep::dobj}) != kNone) return;
  const Index head = s_.head(verb);
  if (!s_.is_verbal(head)) return;
  Candidate candidate = of_verb(verb, Frame::as_clause);
  add_without(s_, candidate.content, s_.subtree(head), own);
  give(std::move(candidate), head);
}

// "is confident that …", "made clear that …"
void Finder::copula(Index verb) {
  const Index adjective = s_.child(verb, {Dep::acomp, Dep::oprd, Dep::ccomp});
  if (adjective == kNone || s_.pos(adjective) != Pos::adj || adjective < verb) return;
  Range cue = verb_group(s_, verb);
  cue.last = adjective + 1;
  for (const Index governor : {adjective, verb}) {
    for (const Index c : s_.children(governor)) {
      if (c < adjective || c == adjective) continue;
      const bool clause = s_.is(c, {Dep::ccomp, Dep::xcomp});
      if (!clause && !(governor == adjective && s_.is(c, {Dep::prep}))) continue;
      Candidate candidate = base(adjective, Frame::adjective, adjective_cue(s_.lemma(adjective)),
                                 cue, source_of(s_, verb));
      Range content = s_.subtree(c);
      if (!clause) {
        content.first = c + 1;
        if (candidate.cue_tokens.last == c) candidate.cue_tokens.last = c + 1;
      }
      add_without(s_, candidate.content, content, {});
      give(std::move(candidate), c);
    }
  }
}

void Finder::noun(Index noun) {
  const CueClass cue_class = noun_cue(s_.lemma(noun));
  if (cue_class == CueClass::none) return;
  Index owner = s_.child(noun, {Dep::poss});
  for (const Index p : s_.children(noun)) {
    if (owner == kNone && p > noun && s_.is(p, {Dep::prep, Dep::agent}) &&
        (s_.is_word(p, "by") || s_.is_word(p, "from") || s_.is_word(p, "among"))) {
      owner = s_.child(p, {Dep::pobj});
    }
  }
  // "made the claim that": the verb's subject has it.
  if (owner == kNone && s_.is(noun, {Dep::dobj}) && s_.is_verbal(s_.head(noun))) {
    owner = source_of(s_, s_.head(noun)).head;
  }
  Source source = source_from(s_, owner, noun);
  // The possessive mark is no part of the name.
  if (source.tokens.last > source.tokens.first && s_.dep(source.tokens.last - 1) == Dep::case_) {
    --source.tokens.last;
  }
  for (const Index c : s_.children(noun)) {
    if (c < noun) continue;
    Frame frame = Frame::noun_clause;
    Range content = s_.subtree(c);
    Range cue{noun, noun + 1};
    if (s_.is(c, {Dep::prep})) {
      const Index object = s_.child(c, {Dep::pobj, Dep::pcomp});
      if (object == kNone || object == owner) continue;
      frame = Frame::noun_phrase;
      content.first = c + 1;
      if (c == cue.last) cue.last = c + 1;
    } else {
      const bool is_clause =
          s_.is(c, {Dep::acl, Dep::ccomp, Dep::relcl, Dep::appos}) && s_.is_verbal(c);
      const bool is_said_of_noun = s_.is(c, {Dep::relcl}) && !s_.is_word(content.first, "that");
      if (!is_clause || is_said_of_noun) continue;
    }
    Candidate candidate = base(noun, frame, cue_class, cue, source);
    add_without(s_, candidate.content, content, {});
    give(std::move(candidate), c);
  }
}

void Finder::according_to(Index token) {
  if (!s_.is_word(token, "according")) return;
  const Index to = s_.child(token, {Dep::prep});
  if (to == kNone) return;
  const Index object = s_.child(to, {Dep::pobj});
  if (object == kNone) return;
  const Index head = s_.head(token);
  if (head == token) return;
  Candidate candidate = base(token, Frame::according_to, CueClass::speak, {token, to + 1},
                             source_from(s_, object, to));
  add_without(s_, candidate.content, s_.subtree(head), s_.subtree(token));
  give(std::move(candidate), head);
}

void Finder::hearsay(Index adverb) {
  if (!is_hearsay_adverb(s_.lemma(adverb)) && !is_hearsay_adverb(s_.word(adverb))) return;
  const Index head = s_.head(adverb);
  if (head == adverb) return;
  Candidate candidate = base(adverb, Frame::hearsay, CueClass::speak, {adverb, adverb + 1}, {});
  add_without(s_, candidate.content, s_.subtree(head), {adverb, adverb + 1});
  give(std::move(candidate), head);
}

void Finder::read_verb(Index verb) {
  clauses(verb);
  interrupted(verb);
  as_clause(verb);
  if (is_passive(s_, verb)) {
    passive(verb);
  } else {
    objects(verb);
  }
  prepositions(verb);
  copula(verb);
}

void Finder::read(Index token) {
  switch (s_.pos(token)) {
    case Pos::verb:
    case Pos::aux:
      if (s_.is_word(token, "according")) return according_to(token);
      if (!s_.is(token, {Dep::aux, Dep::auxpass})) read_verb(token);
      return;
    case Pos::noun:
    case Pos::propn:
      return noun(token);
    case Pos::adv:
      return hearsay(token);
    default:
      return according_to(token);
  }
}

std::vector<Candidate> Finder::find() {
  for (const Span& sentence : s_.annotations().sentences) {
    const Range range = s_.annotations().tokens_in(sentence);
    if (range.last - range.first > kMaxSentenceTokens) continue;
    for (Index token = range.first; token < range.last; ++token) {
      if (!s_.in_long_tree(token)) read(token);
    }
  }
  return std::move(found_);
}

}  // namespace

std::string_view name_of(Frame frame) {
  static constexpr std::array<std::string_view, kFrames> kNames = {
      "clause",        "clause first", "interrupted",  "infinitive", "gerund",      "object",
      "object phrase", "preposition",  "according to", "as clause",  "noun clause", "noun phrase",
      "adjective",     "passive",      "colon",        "hearsay",    "quotation"};
  return kNames[static_cast<std::size_t>(frame)];
}

std::vector<Candidate> find_candidates(const SyntaxView& syntax) { return Finder(syntax).find(); }

Source source_of(const SyntaxView& syntax, Index verb) {
  return source_from(syntax, subject_of(syntax, verb, 0), verb);
}

Annotations::Range verb_group(const SyntaxView& s, Index verb) {
  Range range{verb, verb + 1};
  while (range.first > 0) {
    const Index before = range.first - 1;
    if (s.head(before) != verb || before == verb ||
        !s.is(before, {Dep::aux, Dep::auxpass, Dep::neg, Dep::advmod})) {
      break;
    }
    range.first = before;
  }
  if (range.last < s.size() && s.head(range.last) == verb &&
      s.is(range.last, {Dep::prt, Dep::neg})) {
    ++range.last;
  }
  return range;
}

Annotations::Range trimmed(const SyntaxView& s, Annotations::Range range) {
  while (range.first < range.last && s.is_punct(range.first)) ++range.first;
  while (range.first < range.last && s.is_punct(range.last - 1)) --range.last;
  return range;
}

Annotations::Range short_phrase(const SyntaxView& s, Index head) {
  Annotations::Range range = s.subtree(head);
  for (const Index c : s.children(head)) {
    if (c > head && s.is(c, {Dep::relcl, Dep::acl, Dep::advcl, Dep::punct, Dep::parataxis})) {
      range.last = std::min(range.last, s.subtree(c).first);
    }
  }
  return trimmed(s, range);
}

}  // namespace stemma
