#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "annotate/language_model.h"
#include "base/result.h"
#include "ingest/reader.h"
#include "model/annotations.h"

namespace stemma {

/// Loads the language model when the first article needs it, once for all threads.
class ModelOnDemand {
 public:
  using Load = std::function<Result<std::shared_ptr<const LanguageModel>>()>;
  explicit ModelOnDemand(Load load) : load_(std::move(load)) {}
  const Result<std::shared_ptr<const LanguageModel>>& get();

 private:
  Load load_;
  std::once_flag once_;
  Result<std::shared_ptr<const LanguageModel>> model_ = failure(Fault::model, "not loaded");
};

/// What a run met besides articles. Called from one thread at a time, in input order.
struct Observer {
  std::function<void(const Error& refusal)> refused = [](const Error&) {};
  std::function<void(const std::string& warning)> warned = [](const std::string&) {};
  std::function<void(std::uint64_t articles)> progressed = [](std::uint64_t) {};
};

struct StreamOptions {
  std::vector<std::string> inputs;
  unsigned threads = 0;      ///< 0: all
  std::uint32_t layers = 0;  ///< mask of Annotations::Layer to add to each article
  ReadLimits limits;
  std::vector<FileIdentity> skipped;  ///< passed over in directories: what the run itself writes
  /// Read all inputs first, and take what several pages of one outlet repeat for its furniture.
  /// Files are read twice and memory stays bounded but for a few KB a page; where a part comes by
  /// a pipe every document is held, at most `held_bytes`, past which the run fails.
  bool batch = false;
  std::uint64_t held_bytes = std::uint64_t{4} << 30;
  /// Pass on a document whose content an earlier one had, under the same id; ids that were given
  /// must differ all the same.
  bool keep_copies = false;
};

/// Reads all inputs, extracts and annotates on several threads, and hands each article to `take` in
/// input order, one at a time. Memory is bounded: a fixed number of documents is open at once.
/// A second article with an id already seen is refused, unless copies are kept. Returns the number
/// of refusals, or the error that made work impossible (the model cannot be loaded, `take` failed).
Result<std::uint64_t> stream_articles(const StreamOptions& options, ModelOnDemand& model,
                                      const Observer& observer,
                                      const std::function<Result<void>(AnnotatedArticle&&)>& take);

}  // namespace stemma
