#include "pipeline/article_stream.h"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <deque>
#include <unordered_set>

#include "annotate/layers.h"
#include "base/guard.h"
#include "extract/extract.h"
#include "pipeline/batch.h"

namespace stemma {
namespace {

// One document on its way through the filters. Pipelines pass pointers, so each is owned by the
// filter that holds it.
struct Step {
  Result<Document> document = failure(Fault::empty, "");
  Result<AnnotatedArticle> article = failure(Fault::empty, "");
  std::vector<std::string> warnings;
};

// Text of another language gets no invented annotation; text whose language cannot be told is
// English.
bool is_english(const Article& article) { return !article.language || *article.language == "en"; }

}  // namespace

const Result<std::shared_ptr<const LanguageModel>>& ModelOnDemand::get() {
  std::call_once(once_, [&] { model_ = load_(); });
  return model_;
}

Result<std::uint64_t> stream_articles(const StreamOptions& options, ModelOnDemand& model,
                                      const Observer& observer,
                                      const std::function<Result<void>(AnnotatedArticle&&)>& take) {
  const auto threads = static_cast<int>(
      options.threads != 0 ? options.threads
                           : static_cast<unsigned>(tbb::info::default_concurrency()));
  // More threads than processors are allowed: the answer must not depend on it.
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(std::max(threads, 2)));
  tbb::task_arena arena(threads);
  const auto in_flight = static_cast<std::size_t>(threads) * 4;
  tbb::enumerable_thread_specific<ParseWorkspace> workspaces;
  const std::uint32_t layers = options.layers;

  Reader reader(options.inputs, options.limits, options.skipped);
  std::unordered_set<std::string> seen;
  std::uint64_t refusals = 0, articles = 0;
  std::optional<Error> stopped;

  std::deque<Result<Document>> held;
  RepeatedLines repeated;
  const bool holds = options.batch && !can_be_read_twice(options.inputs);
  if (options.batch && !holds) {
    Reader first(options.inputs, options.limits, options.skipped);
    repeated = arena.execute([&] { return repeated_in(first, in_flight); });
  } else if (holds) {
    auto documents = held_documents(reader, options.held_bytes);
    if (!documents) return tl::unexpected(documents.error());
    held = std::move(*documents);
    repeated = arena.execute([&] { return repeated_in(held); });
  }
  const auto next_document = [&]() -> std::optional<Result<Document>> {
    if (!holds) return reader.next();
    if (held.empty()) return std::nullopt;
    auto first = std::move(held.front());
    held.pop_front();
    return first;
  };

  const auto read = [&](tbb::flow_control& control) -> Step* {
    auto next = stopped ? std::nullopt : next_document();
    if (!next) {
      control.stop();
      return nullptr;
    }
    auto step = std::make_unique<Step>();
    step->document = std::move(*next);
    return step.release();
  };

  // Of one document, on any thread. The model's fault ends the run, all others refuse the document.
  const auto annotated = [&](const Document& document,
                             std::vector<std::string>& warnings) -> Result<AnnotatedArticle> {
    auto extraction = extract(document, repeated);
    if (!extraction) return tl::unexpected(extraction.error());
    warnings = std::move(extraction->warnings);
    AnnotatedArticle made{std::move(extraction->article), std::move(extraction->annotations)};
    if (layers == 0) return made;
    if (!is_english(made.article)) {
      warnings.push_back(fmt::format("{}: not annotated: its language is '{}', not English",
                                     made.article.path, *made.article.language));
      return made;
    }
    if (!made.annotations.has(Annotations::model)) {
      const auto& loaded = model.get();
      if (!loaded) return tl::unexpected(loaded.error());
      (*loaded)->parse(made.article.text, workspaces.local(), made.annotations);
      made.annotations.layers |= Annotations::model;
    }
    add_layers(made, layers & ~static_cast<std::uint32_t>(Annotations::model));
    return made;
  };

  const auto work = [&](Step* raw) -> Step* {
    std::unique_ptr<Step> step(raw);
    if (!step->document) {
      step->article = tl::unexpected(step->document.error());
    } else {
      step->article =
          guarded(step->document->path, [&] { return annotated(*step->document, step->warnings); });
    }
    return step.release();
  };

  const auto write = [&](Step* raw) {
    const std::unique_ptr<Step> step(raw);
    if (stopped) return;
    for (const std::string& warning : step->warnings) observer.warned(warning);
    if (!step->article) {
      if (step->article.error().fault == Fault::model) {
        stopped = step->article.error();
        return;
      }
      ++refusals;
      observer.refused(step->article.error());
      return;
    }
    const Article& article = step->article->article;
    const bool may_repeat = options.keep_copies && step->document->given.id.empty();
    if (!seen.insert(article.id).second && !may_repeat) {
      ++refusals;
      observer.refused(
          {Fault::duplicate, fmt::format("{}: an article with the id '{}' was already read",
                                         article.path, article.id)});
      return;
    }
    if (auto taken = take(std::move(*step->article)); !taken) stopped = taken.error();
    observer.progressed(++articles);
  };

  arena.execute([&] {
    using tbb::filter_mode;
    tbb::parallel_pipeline(in_flight,
                           tbb::make_filter<void, Step*>(filter_mode::serial_in_order, read) &
                               tbb::make_filter<Step*, Step*>(filter_mode::parallel, work) &
                               tbb::make_filter<Step*, void>(filter_mode::serial_in_order, write));
  });
  if (stopped) return tl::unexpected(*stopped);
  for (const std::string& remark : reader.remarks()) observer.warned(remark);
  return refusals;
}

}  // namespace stemma
