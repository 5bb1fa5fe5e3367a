#include "annotate/attribution_choice.h"

#include <algorithm>

#include "annotate/cue_model.h"
#include "annotate/quoted_speech.h"

namespace stemma {
namespace {

// Log-odds from which a candidate is taken; fitted with the weights.
constexpr float kThreshold = 0.0f;

bool is_attitude(CueClass cue_class, Frame frame) {
  switch (cue_class) {
    case CueClass::intend:
    case CueClass::order:
    case CueClass::praise:
    case CueClass::blame:
    case CueClass::believe:
      return true;
    default:
      return frame == Frame::object || frame == Frame::infinitive || frame == Frame::gerund;
  }
}

Choice choice_of(const SyntaxView& s, const Candidate& candidate, std::vector<Span> content) {
  Choice choice;
  choice.cue = candidate.cue;
  choice.cue_class = candidate.cue_class;
  choice.cue_tokens = candidate.cue_tokens;
  choice.source = candidate.source;
  choice.source_tokens = candidate.source_tokens;
  choice.content = std::move(content);
  choice.is_hearsay = candidate.source == kNone &&
                      (candidate.frame == Frame::hearsay || candidate.frame == Frame::passive);
  choice.is_attitude = is_attitude(candidate.cue_class, candidate.frame);
  choice.rule = std::string(name_of(candidate.frame)) + ": " + std::string(s.lemma(candidate.cue));
  return choice;
}

Choice choice_of(const SyntaxView& s, const std::vector<QuotedSpeech>& all, std::size_t index) {
  const QuotedSpeech& speech = all[index];
  Choice choice;
  choice.cue = speech.cue;
  choice.cue_tokens = speech.cue_tokens;
  choice.source = speech.source;
  choice.source_tokens = speech.source_tokens;
  choice.content = speech.runs;
  choice.rule = speech.rule;
  if (speech.cue != kNone) choice.cue_class = verb_cue(s.lemma(speech.cue));
  if (speech.inherits != kNone) {
    choice.source = all[speech.inherits].source;
    choice.source_tokens = all[speech.inherits].source_tokens;
  }
  return choice;
}

bool begins_before(const Choice& a, const Choice& b) {
  const auto begin = [](const Choice& c) { return c.content.front().begin; };
  return begin(a) != begin(b) ? begin(a) < begin(b) : a.cue < b.cue;
}

}  // namespace

std::vector<Span> content_spans(const SyntaxView& syntax, const Candidate& candidate,
                                const std::vector<QuoteRun>& runs) {
  std::vector<Span> spans;
  for (const auto& piece : candidate.content) {
    Span span = syntax.span_of(piece);
    auto run = std::partition_point(runs.begin(), runs.end(),
                                    [&](const QuoteRun& r) { return r.span.end <= span.begin; });
    for (; run != runs.end() && run->span.begin < span.end; ++run) span = hull(span, run->span);
    if (!spans.empty() && spans.back().end >= span.begin) {
      spans.back() = hull(spans.back(), span);
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

std::vector<Choice> choose_attributions(const Article& article, const SyntaxView& syntax,
                                        const std::vector<QuoteRun>& runs) {
  std::vector<Choice> chosen;
  std::vector<bool> used(syntax.size(), false);
  const std::vector<QuotedSpeech> speeches = find_quoted_speech(syntax, runs);
  for (std::size_t i = 0; i < speeches.size(); ++i) {
    if (article.in_furniture(speeches[i].runs.front())) continue;
    if (speeches[i].cue != kNone) used[speeches[i].cue] = true;
    chosen.push_back(choice_of(syntax, speeches, i));
  }

  const std::vector<Candidate> candidates = find_candidates(syntax);
  std::vector<std::pair<float, Index>> ranked;
  for (Index i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    if (used[candidate.cue] || article.in_furniture(syntax[candidate.cue].span)) continue;
    const float score = score_of(features_of(syntax, candidate, runs));
    if (score >= kThreshold) ranked.push_back({-score, i});
  }
  std::sort(ranked.begin(), ranked.end());
  for (const auto& [score, i] : ranked) {
    const Candidate& candidate = candidates[i];
    if (used[candidate.cue]) continue;
    std::vector<Span> content = content_spans(syntax, candidate, runs);
    used[candidate.cue] = true;
    chosen.push_back(choice_of(syntax, candidate, std::move(content)));
  }
  std::sort(chosen.begin(), chosen.end(), begins_before);
  return chosen;
}

}  // namespace stemma
