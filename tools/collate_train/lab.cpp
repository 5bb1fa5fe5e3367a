// The collate step with its insides open, for fit.py.
//
//   collate_lab WEIGHTS pairs ARTICLES.jsonl     units, and the features of their pairs, as JSON
//   collate_lab WEIGHTS slots ARTICLES.jsonl     numbers and times, and the features of their pairs
//   collate_lab WEIGHTS collate ARTICLES.jsonl   the collation under these weights
//
// WEIGHTS is a JSON file as fit.py writes it, or "-" for those that ship.
#include <cstdio>
#include <string>
#include <vector>

#include "base/code_points.h"
#include "base/files.h"
#include "base/json.h"
#include "collate/pairing.h"
#include "collate/provenance.h"
#include "collate/slots.h"
#include "collate/with_weights.h"
#include "fingerprint/reuse.h"
#include "pipeline/article_stream.h"
#include "report/collation_json.h"

namespace stemma {
namespace {

constexpr std::uint64_t kMaxWeightsBytes = 1 << 20;

template <std::size_t N>
void read(JsonView from, Regression<N>& into) {
  const auto weights = from["weights"].items();
  for (std::size_t i = 0; i < N && i < weights.size(); ++i) {
    into.weights[i] = weights[i].number().value_or(0);
  }
  into.bias = from["bias"].number().value_or(0);
}

std::vector<std::pair<std::string_view, double*>> cuts_of(Weights& weights) {
  return {{"claim_link", &weights.claim_link}, {"number_link", &weights.number_link},
          {"time_link", &weights.time_link},   {"number_split", &weights.number_split},
          {"time_split", &weights.time_split}, {"conflict", &weights.conflict}};
}

Weights weights_from(const std::string& path) {
  if (path == "-") return fitted_weights();
  Weights weights;
  const auto bytes = read_file(path, kMaxWeightsBytes);
  const auto json = bytes ? Json::parse(*bytes) : tl::unexpected(bytes.error());
  if (!json) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), json.error().message.c_str());
    std::exit(2);
  }
  read(json->root()["sentence"], weights.sentence);
  read(json->root()["clause"], weights.clause);
  read(json->root()["number"], weights.number);
  read(json->root()["time"], weights.time);
  for (const auto& [name, cut] : cuts_of(weights)) {
    *cut = json->root()[name].number().value_or(*cut);
  }
  return weights;
}

std::vector<AnnotatedArticle> articles_of(const std::string& path) {
  ModelOnDemand model([]() -> Result<std::shared_ptr<const LanguageModel>> {
    return failure(Fault::model, "the articles must be annotated");
  });
  StreamOptions options;
  options.inputs = {path};
  options.layers = Annotations::all_layers;
  Observer observer;
  observer.refused = [](const Error& e) { std::fprintf(stderr, "%s\n", e.message.c_str()); };
  observer.warned = [](const std::string&) {};
  std::vector<AnnotatedArticle> all;
  const auto done =
      stream_articles(options, model, observer, [&](AnnotatedArticle&& article) -> Result<void> {
        all.push_back(std::move(article));
        return {};
      });
  if (!done) std::fprintf(stderr, "%s\n", done.error().message.c_str());
  return all;
}

void print_span(std::span<const AnnotatedArticle> story, Index article, Span span, bool more) {
  const CodePointsView points(story[article].article.text);
  const Span s = points.to_code_points(span);
  std::printf("[\"%s\",%u,%u]%s", story[article].article.id.c_str(), s.begin, s.end,
              more ? "," : "");
}

template <std::size_t N>
void print_pairs(const PairTable& table, const std::vector<std::array<double, N>>& features) {
  std::printf("[");
  for (std::size_t n = 0; n < features.size(); ++n) {
    std::printf("%s[%u,%u", n == 0 ? "" : ",\n", table.pairs()[n].a, table.pairs()[n].b);
    for (const double f : features[n]) std::printf(",%.6g", f);
    std::printf("]");
  }
  std::printf("]");
}

void print_features(std::span<const AnnotatedArticle> story, const Weights& weights) {
  std::vector<const AnnotatedArticle*> articles;
  for (const AnnotatedArticle& each : story) articles.push_back(&each);
  const StoryView view = view_of(articles);
  const std::vector<Unit> units = units_of(view);
  const Pairing pairing = pair_units(view, units, weights, Features::kept);
  std::printf("{\"sentences\":[");
  for (std::size_t i = 0; i < view.sentences.size(); ++i) {
    print_span(story, view.sentences[i].article, view.sentences[i].span,
               i + 1 < view.sentences.size());
  }
  std::printf("],\n\"clauses\":[");
  for (std::size_t i = 0; i < units.size(); ++i) {
    print_span(story, units[i].article, units[i].span, i + 1 < units.size());
  }
  std::printf("],\n\"sentence_of\":[");
  for (std::size_t i = 0; i < units.size(); ++i) {
    std::printf("%u%s", units[i].sentence, i + 1 < units.size() ? "," : "");
  }
  std::printf("],\n\"sentence_pairs\":");
  print_pairs(pairing.sentences, pairing.sentence_features);
  std::printf(",\n\"clause_pairs\":");
  print_pairs(pairing.clauses, pairing.clause_features);
  std::printf("}\n");
}

void print_slots(std::span<const AnnotatedArticle> story, const Weights& weights) {
  std::vector<const AnnotatedArticle*> articles;
  for (const AnnotatedArticle& each : story) articles.push_back(&each);
  const StoryView view = view_of(articles);
  const std::vector<Unit> units = units_of(view);
  const Pairing pairing = pair_units(view, units, weights);
  const auto times = story_times(view, doubt_dates(view));
  const auto print = [&](const char* name, const std::vector<Slot>& slots,
                         const Regression<kSlotFeatures>& regression) {
    std::printf("\"%s\":{\"slots\":[", name);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      print_span(story, slots[i].mention.article, slots[i].mention.span, i + 1 < slots.size());
    }
    const SlotPairs pairs = pair_slots(view, pairing, slots, regression);
    std::printf("],\"pairs\":");
    print_pairs(pairs.table, pairs.features);
    std::printf("}");
  };
  std::printf("{");
  print("number", number_slots(view, units), weights.number);
  std::printf(",\n");
  print("time", time_slots(view, units, times), weights.time);
  std::printf("}\n");
}

}  // namespace
}  // namespace stemma

int main(int argc, char** argv) {
  using namespace stemma;
  if (argc != 4) return 2;
  const Weights weights = weights_from(argv[1]);
  const auto story = articles_of(argv[3]);
  if (std::string(argv[2]) == "pairs") {
    print_features(story, weights);
  } else if (std::string(argv[2]) == "slots") {
    print_slots(story, weights);
  } else {
    std::vector<const Article*> plain;
    for (const AnnotatedArticle& each : story) plain.push_back(&each.article);
    const Collation collation = collate_with(story, find_shared_passages(plain), weights);
    std::fputs(collation_json(story, collation).c_str(), stdout);
  }
  return 0;
}
