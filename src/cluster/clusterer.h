#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/fingerprint.h"

namespace stemma {

/// Where an article was placed, and why.
struct Placement {
  std::string story;
  bool founded = true;                 ///< the article is the story's first
  std::optional<std::string> nearest;  ///< article of the story that was judged that is most alike
  double score = 0;                    ///< log odds that the article belongs to that story
};

/// Places a stream of articles into stories, each when it comes; no later article changes the
/// answer. A story's id is "s-" and the id of the article that founded it, so a replay gives the
/// same ids. Memory is bounded (live_articles.h). O(candidates) an article.
class Clusterer {
 public:
  Clusterer();
  ~Clusterer();
  Clusterer(Clusterer&&) noexcept;
  Clusterer& operator=(Clusterer&&) noexcept;

  /// The story that the article joins or founds.
  std::string add(const std::string& article_id, const Fingerprint& fingerprint);
  /// The same, with its reason.
  Placement place(const std::string& article_id, const Fingerprint& fingerprint);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The story of each article when all are known: ids as the stream's.
std::vector<std::string> cluster_batch(std::span<const std::string> article_ids,
                                       std::span<const Fingerprint> fingerprints);

}  // namespace stemma
