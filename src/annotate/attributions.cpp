#include "annotate/attributions.h"

#include <algorithm>
#include <array>
#include <string>

#include "annotate/attribution_choice.h"
#include "annotate/citations.h"
#include "annotate/speakers.h"
#include "base/utf8.h"

namespace stemma {
namespace {

// As the scorers count: direct from nine words in ten inside marks.
constexpr double kDirectShare = 0.9;

// Counts the letters and digits of spans, and those inside marks: O(n) once, then O(log n) a span,
// however the spans overlap.
class LetterCounts {
 public:
  LetterCounts(std::string_view text, const std::vector<QuoteRun>& runs)
      : text_(text), runs_(runs), before_block_(1, 0), before_run_(1, 0) {
    for (std::uint32_t at = 0; at < text.size(); at += kBlock) {
      before_block_.push_back(before_block_.back() + count(text.substr(at, kBlock)));
    }
    for (const QuoteRun& run : runs) before_run_.push_back(before_run_.back() + all(run.inner));
  }

  std::uint32_t all(Span span) const {
    return span.empty() ? 0 : before(span.end) - before(span.begin);
  }
  std::uint32_t quoted(Span span) const {
    const auto ends_before = [&](const QuoteRun& run) { return run.span.end <= span.begin; };
    const auto begins_before = [&](const QuoteRun& run) { return run.span.begin < span.end; };
    const auto first = std::partition_point(runs_.begin(), runs_.end(), ends_before);
    const auto last = std::partition_point(first, runs_.end(), begins_before);
    if (first == last) return 0;
    if (last - first == 1) return all(common(first->inner, span));
    const std::uint32_t between = before_run_[static_cast<std::size_t>(last - runs_.begin()) - 1] -
                                  before_run_[static_cast<std::size_t>(first - runs_.begin()) + 1];
    return all(common(first->inner, span)) + between + all(common((last - 1)->inner, span));
  }

 private:
  static constexpr std::uint32_t kBlock = 64;  // bytes

  static Span common(Span a, Span b) {
    return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
  }
  static std::uint32_t count(std::string_view bytes) {
    const auto is_counted = [](char c) {
      return is_ascii_letter(c) || is_ascii_digit(c) || (c & 0x80) != 0;
    };
    return static_cast<std::uint32_t>(std::count_if(bytes.begin(), bytes.end(), is_counted));
  }
  std::uint32_t before(std::uint32_t at) const {
    const std::uint32_t block = at / kBlock;
    return before_block_[block] + count(cut(text_, {block * kBlock, at}));
  }

  std::string_view text_;
  const std::vector<QuoteRun>& runs_;
  std::vector<std::uint32_t> before_block_, before_run_;
};

Attribution::Kind kind_of(const LetterCounts& letters, const std::vector<Span>& content) {
  std::size_t all = 0, quoted = 0;
  for (const Span& piece : content) {
    all += letters.all(piece);
    quoted += letters.quoted(piece);
  }
  if (quoted == 0) return Attribution::Kind::indirect;
  const bool direct = static_cast<double>(quoted) >= kDirectShare * static_cast<double>(all);
  return direct ? Attribution::Kind::direct : Attribution::Kind::mixed;
}

bool is_negated(const SyntaxView& s, Index cue) { return s.child(cue, {Dep::neg}) != kNone; }

// How many neighbours in text order are looked at for the one that holds an attribution.
constexpr std::size_t kParentWindow = 40;

bool holds(const Attribution& outer, Span cue) {
  return std::any_of(outer.content.begin(), outer.content.end(),
                     [&](const Span& piece) { return piece.contains(cue); });
}

std::uint32_t size_of(const Attribution& attribution) {
  std::uint32_t size = 0;
  for (const Span& piece : attribution.content) size += piece.size();
  return size;
}

// The smallest content that holds the cue; two that hold each other's cue are no family.
void set_parents(std::vector<Attribution>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].cue) continue;
    const std::size_t first = i > kParentWindow ? i - kParentWindow : 0;
    const std::size_t last = std::min(all.size(), i + kParentWindow);
    for (std::size_t j = first; j < last; ++j) {
      if (j == i || !holds(all[j], *all[i].cue)) continue;
      if (all[j].cue && holds(all[i], *all[j].cue)) continue;
      const Index best = all[i].parent;
      if (best == kNone || size_of(all[j]) < size_of(all[best])) {
        all[i].parent = static_cast<Index>(j);
      }
    }
  }
}

// Verbs that say that something is not so. To question, challenge or play down is less.
bool says_no(std::string_view lemma) {
  static constexpr std::array<std::string_view, 10> kVerbs = {
      "contradict", "debunk", "deny",   "disavow", "dismiss",
      "dispute",    "rebut",  "refute", "reject",  "repudiate"};
  return std::binary_search(kVerbs.begin(), kVerbs.end(), lemma);
}

}  // namespace

void find_attributions(const Article& article, Annotations& annotations) {
  const SyntaxView syntax(article, annotations);
  const std::vector<QuoteRun> runs = find_quotations(article.text);
  const LetterCounts letters(article.text, runs);
  std::vector<Attribution> found;
  SpeakerResolver speakers(syntax);
  for (const Choice& choice : choose_attributions(article, syntax, runs)) {
    Attribution attribution;
    attribution.content = choice.content;
    if (!choice.cue_tokens.empty()) attribution.cue = syntax.span_of(choice.cue_tokens);
    if (!choice.source_tokens.empty()) attribution.source = syntax.span_of(choice.source_tokens);
    const Speaker speaker = speakers.resolve(choice.source, choice.source_tokens);
    attribution.speaker = speaker.name;
    attribution.anonymous = speaker.anonymous;
    attribution.kind = kind_of(letters, choice.content);
    attribution.hearsay = !attribution.source && choice.is_hearsay;
    attribution.denies = choice.cue_class == CueClass::deny && says_no(syntax.lemma(choice.cue)) &&
                         !is_negated(syntax, choice.cue);
    attribution.attitude = choice.is_attitude;
    attribution.rule = choice.rule;
    found.push_back(std::move(attribution));
  }
  set_parents(found);
  annotations.attributions = std::move(found);
  annotations.citations = find_citations(article, syntax);
}

}  // namespace stemma
