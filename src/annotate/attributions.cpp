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

// Letters and digits of a span, and how many of them stand inside marks.
struct Coverage {
  std::size_t all = 0, quoted = 0;
};

Coverage coverage_of(std::string_view text, const std::vector<Span>& content,
                     const std::vector<QuoteRun>& runs) {
  Coverage coverage;
  for (const Span& piece : content) {
    auto run = std::partition_point(runs.begin(), runs.end(),
                                    [&](const QuoteRun& r) { return r.span.end <= piece.begin; });
    for (std::uint32_t at = piece.begin; at < piece.end; ++at) {
      const char c = text[at];
      const bool letter = is_ascii_letter(c) || is_ascii_digit(c) || (c & 0x80) != 0;
      while (run != runs.end() && run->span.end <= at) ++run;
      coverage.all += letter;
      coverage.quoted += letter && run != runs.end() && run->inner.contains(at);
    }
  }
  return coverage;
}

Attribution::Kind kind_of(std::string_view text, const std::vector<Span>& content,
                          const std::vector<QuoteRun>& runs) {
  const Coverage coverage = coverage_of(text, content, runs);
  if (coverage.quoted == 0) return Attribution::Kind::indirect;
  const bool direct =
      static_cast<double>(coverage.quoted) >= kDirectShare * static_cast<double>(coverage.all);
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
      "contradict", "debunk", "deny",  "disavow",   "dismiss",
      "dispute",    "rebut",  "refute", "reject", "repudiate"};
  return std::binary_search(kVerbs.begin(), kVerbs.end(), lemma);
}

}  // namespace

void find_attributions(const Article& article, Annotations& annotations) {
  const SyntaxView syntax(article, annotations);
  const std::vector<QuoteRun> runs = find_quotations(article.text);
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
    attribution.kind = kind_of(article.text, choice.content, runs);
    attribution.hearsay = !attribution.source && choice.is_hearsay;
    attribution.denies = choice.cue_class == CueClass::deny &&
                         says_no(syntax.lemma(choice.cue)) && !is_negated(syntax, choice.cue);
    attribution.attitude = choice.is_attitude;
    attribution.rule = choice.rule;
    found.push_back(std::move(attribution));
  }
  set_parents(found);
  annotations.attributions = std::move(found);
  annotations.citations = find_citations(article, syntax);
}

}  // namespace stemma
