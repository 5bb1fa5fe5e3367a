#include "annotate/claims.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>

#include "annotate/cue_frames.h"
#include "annotate/syntax.h"

namespace stemma {
namespace {

using Range = Annotations::Range;
using Modality = Claim::Modality;

// Infinitives that one predicate takes in: "plans to try to leave".
constexpr int kMaxChain = 4;
constexpr int kMaxSubjectSteps = 4;

// Finds the smallest attribution around a place, of equal ones the first; places must be asked for
// in ascending order. O(log n) each, over all places together.
class AttributionSweep {
 public:
  explicit AttributionSweep(const std::vector<Attribution>& all) {
    for (Index i = 0; i < all.size(); ++i) {
      const std::uint32_t size = hull(all[i].content.front(), all[i].content.back()).size();
      for (const Span& piece : all[i].content) pieces_.push_back({size, piece, i});
    }
    std::sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) {
      return std::tie(a.span, a.index) < std::tie(b.span, b.index);
    });
  }
  Index around(std::uint32_t at) {
    while (next_ < pieces_.size() && pieces_[next_].span.begin <= at) open_.push(pieces_[next_++]);
    // One that has ended may lie below; it is taken off when it comes up.
    while (!open_.empty() && open_.top().span.end <= at) open_.pop();
    return open_.empty() ? kNone : open_.top().index;
  }

 private:
  struct Piece {
    std::uint32_t size;  // of the whole attribution
    Span span;
    Index index;
    friend auto operator<=>(const Piece&, const Piece&) = default;
  };
  std::vector<Piece> pieces_;
  std::priority_queue<Piece, std::vector<Piece>, std::greater<>> open_;
  std::size_t next_ = 0;
};

class Reader {
 public:
  Reader(const Article& article, const SyntaxView& syntax)
      : article_(article), s_(syntax), cues_(syntax.size(), false) {
    for (const Attribution& a : s_.annotations().attributions) {
      if (!a.cue || a.attitude) continue;
      const Range range = s_.annotations().tokens_in(*a.cue);
      for (Index t = range.first; t < range.last; ++t) cues_[t] = true;
    }
  }
  std::vector<Claim> read();

 private:
  bool states(Index token) const;
  Span subject_of(Index verb, int steps) const;
  Span phrase(Index head) const;
  Range predicate_of(Index verb, Index& last_verb) const;
  void add_arguments(Index verb, Claim& claim) const;
  std::optional<Claim> claim_of(Index verb) const;
  Modality modality_of(Index verb, const Claim& claim) const;
  bool is_negated(Index verb) const;

  const Article& article_;
  const SyntaxView& s_;
  std::vector<bool> cues_;
};

// The words of a noun phrase up to a clause that hangs on it.
Span Reader::phrase(Index head) const {
  Range range = s_.subtree(head);
  for (const Index c : s_.children(head)) {
    if (c > head && s_.is(c, {Dep::relcl, Dep::advcl, Dep::parataxis})) {
      range.last = std::min(range.last, s_.subtree(c).first);
    }
  }
  return s_.span_of(trimmed(s_, range));
}

Span Reader::subject_of(Index verb, int steps) const {
  const Index own = s_.child(verb, {Dep::nsubj, Dep::nsubjpass, Dep::csubj, Dep::expl});
  if (own != kNone) {
    const bool relative = s_.tag(own) == "WDT" || s_.tag(own) == "WP";
    if (relative && s_.dep(verb) == Dep::relcl) {
      Span antecedent = phrase(s_.head(verb));
      antecedent.end = std::min(antecedent.end, s_[s_.subtree(verb).first].span.begin);
      return trim(article_.text, antecedent);
    }
    return phrase(own);
  }
  if (steps >= kMaxSubjectSteps || s_.is_root(verb)) return {};
  const Index head = s_.head(verb);
  if (s_.is(verb, {Dep::conj, Dep::advcl, Dep::xcomp}) && s_.is_verbal(head)) {
    return subject_of(head, steps + 1);
  }
  if (s_.dep(verb) == Dep::acl && s_.is_nominal(head)) {
    Span noun = phrase(head);
    noun.end = std::min(noun.end, s_[s_.subtree(verb).first].span.begin);
    return noun.empty() ? Span{} : trim(article_.text, noun);
  }
  return {};
}

// A verb that makes a statement: finite, or one whose subject is lent.
bool Reader::states(Index token) const {
  if (!s_.is_verbal(token)) return false;
  return !s_.is(token, {Dep::aux, Dep::auxpass, Dep::xcomp, Dep::pcomp, Dep::amod, Dep::compound,
                        Dep::csubj, Dep::prep, Dep::agent, Dep::mark, Dep::pobj, Dep::dobj});
}

// "had been going to leave for": the verb group, then the infinitives right behind it.
Range Reader::predicate_of(Index verb, Index& last_verb) const {
  Range range = verb_group(s_, verb);
  last_verb = verb;
  for (int step = 0; step < kMaxChain; ++step) {
    const Index next = s_.child(last_verb, {Dep::xcomp});
    if (next == kNone || next < last_verb || !s_.is_verbal(next)) break;
    const Range group = verb_group(s_, next);
    if (group.first != range.last) break;
    range.last = group.last;
    last_verb = next;
  }
  return range;
}

void Reader::add_arguments(Index verb, Claim& claim) const {
  for (const Index c : s_.children(verb)) {
    if (s_[c].span.begin < claim.predicate->end) {
      // Time and place at the front: "On Friday the mayor left."
      const bool front = s_.is(c, {Dep::npadvmod, Dep::prep}) && c < verb;
      if (front) claim.arguments.push_back(phrase(c));
      continue;
    }
    if (s_.is(c, {Dep::dobj, Dep::attr, Dep::acomp, Dep::oprd, Dep::dative, Dep::npadvmod,
                  Dep::prep, Dep::agent, Dep::xcomp})) {
      claim.arguments.push_back(s_.is_verbal(c) ? s_.span_of(trimmed(s_, s_.subtree(c)))
                                                : phrase(c));
    } else if (s_.dep(c) == Dep::ccomp) {
      claim.arguments.push_back(s_.span_of(trimmed(s_, s_.subtree(c))));
    }
  }
  std::erase_if(claim.arguments, [](const Span& span) { return span.empty(); });
}

bool Reader::is_negated(Index verb) const {
  if (s_.child(verb, {Dep::neg}) != kNone) return true;
  for (const Index c : s_.children(verb)) {
    if (!s_.is(c, {Dep::nsubj, Dep::dobj, Dep::attr, Dep::advmod})) continue;
    if (s_.is_word(c, "nobody") || s_.is_word(c, "nothing") || s_.is_word(c, "never")) return true;
    const Index det = s_.child(c, {Dep::det});
    if (det != kNone && s_.is_word(det, "no")) return true;
  }
  return false;
}

Modality Reader::modality_of(Index verb, const Claim& claim) const {
  const auto& all = s_.annotations().attributions;
  const Attribution* around = claim.attribution == kNone ? nullptr : &all[claim.attribution];
  if (around != nullptr && around->denies) return Modality::denied;
  for (const Index c : s_.children(verb)) {
    if (c > verb) break;
    if (s_.dep(c) == Dep::mark && (s_.is_word(c, "whether") || s_.is_word(c, "if"))) {
      return s_.is_word(c, "whether") ? Modality::asked : Modality::possible;
    }
    if (s_.dep(c) != Dep::aux) continue;
    const std::string_view lemma = s_.lemma(c);
    if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can") {
      return Modality::possible;
    }
    if (lemma == "will" || lemma == "would" || lemma == "shall" || lemma == "should" ||
        s_.is_word(c, "'ll") || s_.is_word(c, "wo")) {
      return Modality::intended;
    }
  }
  if (verb_cue(s_.lemma(verb)) == CueClass::intend && s_.child(verb, {Dep::xcomp}) != kNone) {
    return Modality::intended;
  }
  if (around == nullptr) return Modality::asserted;
  return around->attitude ? Modality::intended : Modality::reported;
}

std::optional<Claim> Reader::claim_of(Index verb) const {
  Claim claim;
  const Span subject = subject_of(verb, 0);
  if (subject.empty()) return std::nullopt;
  claim.subject = subject;
  Index last = verb;
  claim.predicate = s_.span_of(predicate_of(verb, last));
  add_arguments(last, claim);
  if (last != verb) {
    for (const Index c : s_.children(verb)) {
      if (c < verb && s_.is(c, {Dep::npadvmod, Dep::prep})) claim.arguments.push_back(phrase(c));
    }
  }
  // A single phrase with a preposition gives it to the predicate: "lives in", "Granada".
  if (!claim.arguments.empty()) {
    const Range first = s_.annotations().tokens_in(claim.arguments.front());
    if (claim.arguments.front().begin > claim.predicate->end && !first.empty() &&
        s_.is(first.first, {Dep::prep, Dep::agent, Dep::dative}) &&
        s_.pos(first.first) == Pos::adp && first.last - first.first > 1 &&
        s_.annotations().tokens_in(*claim.predicate).last == first.first) {
      claim.predicate->end = s_[first.first].span.end;
      claim.arguments.front().begin = s_[first.first + 1].span.begin;
    }
  }
  std::sort(claim.arguments.begin(), claim.arguments.end());
  claim.span = *claim.predicate;
  if (claim.subject) claim.span = hull(claim.span, *claim.subject);
  for (const Span& argument : claim.arguments) claim.span = hull(claim.span, argument);
  claim.sentence = s_.annotations().sentence_at(s_[verb].span.begin);
  claim.negated = is_negated(verb) || is_negated(last);
  return claim;
}

std::vector<Claim> Reader::read() {
  std::vector<Claim> claims;
  AttributionSweep sweep(s_.annotations().attributions);
  for (Index token = 0; token < s_.size(); ++token) {
    if (!states(token) || cues_[token] || article_.in_furniture(s_[token].span)) continue;
    if (s_.in_long_tree(token)) continue;
    auto claim = claim_of(token);
    if (!claim || claim->sentence == kNone) continue;
    claim->attribution = sweep.around(s_[token].span.begin);
    claim->modality = modality_of(token, *claim);
    claims.push_back(std::move(*claim));
  }
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim& a, const Claim& b) { return a.span.begin < b.span.begin; });
  return claims;
}

}  // namespace

std::vector<Claim> find_claims(const Article& article, const Annotations& annotations) {
  return Reader(article, SyntaxView(article, annotations)).read();
}

}  // namespace stemma
