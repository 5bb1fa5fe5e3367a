#include "annotate/cue_model.h"

#include <algorithm>

namespace stemma {
namespace {

struct Weight {
  std::uint32_t feature;
  std::int8_t weight;  // in steps of kStep
};
constexpr Weight kWeights[] = {
#include "annotate/cue_weights.inc"
};
constexpr float kStep = 1.0f / 24;

// FNV-1a over the parts of a feature, each ended by a zero byte.
class Hash {
 public:
  explicit Hash(std::string_view name) { *this << name; }
  Hash& operator<<(std::string_view part) {
    for (const char c : part) mix(static_cast<unsigned char>(c));
    mix(0);
    return *this;
  }
  Hash& operator<<(int number) {
    mix(static_cast<unsigned char>(number));
    mix(0);
    return *this;
  }
  std::uint32_t value() const { return hash_; }

 private:
  void mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 16777619u; }
  std::uint32_t hash_ = 2166136261u;
};

// What kind of thing the source is.
std::string_view source_class(const SyntaxView& s, Index source) {
  if (source == kNone) return "none";
  const std::string_view lemma = s.lemma(source);
  if (s.pos(source) == Pos::pron) {
    if (s.is_word(source, "i") || s.is_word(source, "we")) return "first";
    if (s.is_word(source, "you")) return "second";
    if (s.is_word(source, "he") || s.is_word(source, "she")) return "he";
    if (s.is_word(source, "who")) return "who";
    if (s.is_word(source, "they")) return "they";
    if (s.is_word(source, "it")) return "it";
    return "pronoun";
  }
  if (s.pos(source) == Pos::propn) return "name";
  if (is_speaker_noun(lemma)) return "speaker";
  if (is_document_noun(lemma)) return "document";
  return "noun";
}

int bucket(std::uint32_t n) {
  return n <= 1 ? 0 : n <= 2 ? 1 : n <= 4 ? 2 : n <= 8 ? 3 : n <= 16 ? 4 : 5;
}

bool inside(const std::vector<QuoteRun>& runs, Span span) {
  const auto after = std::partition_point(
      runs.begin(), runs.end(), [&](const QuoteRun& run) { return run.span.end <= span.begin; });
  return after != runs.end() && after->span.contains(span);
}

bool touches(const std::vector<QuoteRun>& runs, Span span) {
  const auto after = std::partition_point(
      runs.begin(), runs.end(), [&](const QuoteRun& run) { return run.span.end <= span.begin; });
  return after != runs.end() && after->span.overlaps(span);
}

class Collector {
 public:
  Collector(const SyntaxView& syntax, const Candidate& candidate, const std::vector<QuoteRun>& runs)
      : s_(syntax), c_(candidate), runs_(runs) {}
  std::vector<std::uint32_t> collect();

 private:
  void add(const Hash& hash) { features_.push_back(hash.value()); }
  void about_cue();
  void about_source();
  void about_content();
  void about_modals();

  const SyntaxView& s_;
  const Candidate& c_;
  const std::vector<QuoteRun>& runs_;
  std::vector<std::uint32_t> features_;
  int frame_ = 0, class_ = 0;
};

void Collector::about_cue() {
  const std::string_view lemma = s_.lemma(c_.cue);
  add(Hash("frame") << frame_);
  add(Hash("lemma") << lemma);
  add(Hash("lemma+frame") << lemma << frame_);
  add(Hash("class+frame") << class_ << frame_);
  add(Hash("tag") << s_.tag(c_.cue));
  add(Hash("tag+frame") << s_.tag(c_.cue) << frame_);
  add(Hash("dep") << name_of(s_.dep(c_.cue)));
  add(Hash("dep+frame") << name_of(s_.dep(c_.cue)) << frame_);
  add(Hash("dep+class") << name_of(s_.dep(c_.cue)) << class_);
  add(Hash("in quotation") << inside(runs_, s_[c_.cue].span));
}

void Collector::about_source() {
  const std::string_view source = source_class(s_, c_.source);
  add(Hash("source") << source);
  add(Hash("source+frame") << source << frame_);
  add(Hash("source+class") << source << class_);
  if (c_.source == kNone) return;
  add(Hash("source own") << (s_.head(c_.source) == c_.cue) << frame_);
  add(Hash("source side") << (c_.source < c_.cue) << frame_);
  add(Hash("source length") << bucket(c_.source_tokens.last - c_.source_tokens.first));
  if (s_.pos(c_.source) == Pos::noun) add(Hash("source lemma") << s_.lemma(c_.source));
}

void Collector::about_content() {
  std::uint32_t length = 0;
  bool quoted = false;
  for (const auto& piece : c_.content) {
    length += piece.last - piece.first;
    quoted = quoted || touches(runs_, s_.span_of(piece));
  }
  add(Hash("length") << bucket(length) << frame_);
  add(Hash("quoted") << quoted << frame_);
  add(Hash("quoted+class") << quoted << class_);
  add(Hash("pieces") << static_cast<int>(std::min<std::size_t>(c_.content.size(), 3)) << frame_);
  const Index first = c_.content.front().first;
  add(Hash("first tag") << s_.tag(first) << frame_);
  if (s_.pos(first) != Pos::propn && s_.pos(first) != Pos::noun && s_.pos(first) != Pos::num) {
    add(Hash("first word") << s_.lemma(first) << frame_);
  }
  if (c_.content_head == kNone) return;
  const Index head = c_.content_head;
  add(Hash("head tag") << s_.tag(head) << frame_);
  add(Hash("head pos") << name_of(s_.pos(head)) << class_);
  const bool subject = s_.child(head, {Dep::nsubj, Dep::nsubjpass, Dep::expl}) != kNone;
  add(Hash("content subject") << subject << frame_ << class_);
  const Index up = s_.head(head);
  if (s_.pos(up) == Pos::adp || s_.pos(head) == Pos::adp) {
    const Index p = s_.pos(head) == Pos::adp ? head : up;
    add(Hash("preposition") << s_.lemma(p) << frame_);
    add(Hash("preposition+class") << s_.lemma(p) << class_);
    add(Hash("preposition+lemma") << s_.lemma(p) << s_.lemma(c_.cue));
  }
}

void Collector::about_modals() {
  for (const Index c : s_.children(c_.cue)) {
    if (s_.is(c, {Dep::aux, Dep::auxpass}) && c < c_.cue) {
      add(Hash("aux") << s_.lemma(c));
      add(Hash("aux+class") << s_.lemma(c) << class_);
    } else if (s_.is(c, {Dep::neg})) {
      add(Hash("negated"));
      add(Hash("negated+class") << class_);
    } else if (s_.is(c, {Dep::mark})) {
      add(Hash("mark") << s_.lemma(c));
    } else if (s_.is(c, {Dep::dobj, Dep::dative}) && c != c_.content_head) {
      add(Hash("has object") << frame_);
    }
  }
  const Index head = s_.head(c_.cue);
  if (head != c_.cue && s_.is_verbal(head)) {
    add(Hash("governor class") << static_cast<int>(verb_cue(s_.lemma(head)))
                               << name_of(s_.dep(c_.cue)));
  }
  if (s_.is(c_.cue, {Dep::pcomp, Dep::xcomp})) add(Hash("governor") << s_.lemma(head));
}

std::vector<std::uint32_t> Collector::collect() {
  frame_ = static_cast<int>(c_.frame);
  class_ = static_cast<int>(c_.cue_class);
  add(Hash("bias"));
  about_cue();
  about_source();
  about_content();
  about_modals();
  return std::move(features_);
}

}  // namespace

std::vector<std::uint32_t> features_of(const SyntaxView& syntax, const Candidate& candidate,
                                       const std::vector<QuoteRun>& runs) {
  return Collector(syntax, candidate, runs).collect();
}

float score_of(const std::vector<std::uint32_t>& features) {
  int sum = 0;
  for (const std::uint32_t feature : features) {
    const auto* found = std::lower_bound(
        std::begin(kWeights), std::end(kWeights), feature,
        [](const Weight& weight, std::uint32_t wanted) { return weight.feature < wanted; });
    if (found != std::end(kWeights) && found->feature == feature) sum += found->weight;
  }
  return static_cast<float>(sum) * kStep;
}

}  // namespace stemma
