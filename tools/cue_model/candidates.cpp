// Prints, for fitting the cue model, every candidate that no quotation claims: its spans in code
// points and its features. Input: articles with the model layer, as `stemma annotate` prints them.
#include <cstdio>
#include <string>

#include "annotate/attribution_choice.h"
#include "annotate/cue_model.h"
#include "annotate/layers.h"
#include "annotate/quoted_speech.h"
#include "base/code_points.h"
#include "pipeline/article_stream.h"

namespace {

using namespace stemma;

std::string json(Span bytes, const CodePointsView& points) {
  const Span span = points.to_code_points(bytes);
  return "[" + std::to_string(span.begin) + "," + std::to_string(span.end) + "]";
}

void print(const AnnotatedArticle& each) {
  const SyntaxView syntax(each.article, each.annotations);
  const CodePointsView points(each.article.text);
  const auto runs = find_quotations(each.article.text);
  std::vector<bool> used(syntax.size(), false);
  for (const QuotedSpeech& speech : find_quoted_speech(syntax, runs)) {
    if (speech.cue != kNone) used[speech.cue] = true;
  }
  for (const Candidate& candidate : find_candidates(syntax)) {
    if (used[candidate.cue]) continue;
    std::string content, features;
    for (const Span& span : content_spans(syntax, candidate, runs)) {
      content += (content.empty() ? "" : ",") + json(span, points);
    }
    for (const auto feature : features_of(syntax, candidate, runs)) {
      features += (features.empty() ? "" : ",") + std::to_string(feature);
    }
    const bool sourced = !candidate.source_tokens.empty();
    std::printf(
        "{\"id\":\"%s\",\"token\":%u,\"frame\":%d,\"cue\":%s,\"source\":%s,\"content\":[%s],"
        "\"features\":[%s]}\n",
        each.article.id.c_str(), candidate.cue, static_cast<int>(candidate.frame),
        json(syntax.span_of(candidate.cue_tokens), points).c_str(),
        sourced ? json(syntax.span_of(candidate.source_tokens), points).c_str() : "null",
        content.c_str(), features.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  StreamOptions options;
  options.inputs.assign(argv + 1, argv + argc);
  options.threads = 1;
  ModelOnDemand no_model([] { return LanguageModel::load("none"); });
  Observer observer;
  observer.refused = [](const Error& e) { std::fprintf(stderr, "%s\n", e.message.c_str()); };
  const auto done =
      stream_articles(options, no_model, observer, [](AnnotatedArticle&& each) -> Result<void> {
        add_layers(each, Annotations::entity_chains);
        print(each);
        return {};
      });
  return done && *done == 0 ? 0 : 1;
}
