#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/fingerprint.h"

namespace stemma {

/// Places a stream of articles into stories, each when it comes. The story's id derives from its
/// founding article's id, so a replay gives the same ids.
class Clusterer {
 public:
  Clusterer();
  ~Clusterer();
  /// The story that the article joins or founds. No later article changes the answer.
  std::string add(const std::string& article_id, Fingerprint fingerprint);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The story of each article when all are known: ids as the stream's.
std::vector<std::string> cluster_batch(std::span<const std::string> article_ids,
                                       std::span<const Fingerprint> fingerprints);

}  // namespace stemma
