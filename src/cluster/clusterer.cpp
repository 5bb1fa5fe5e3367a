#include "cluster/clusterer.h"

namespace stemma {

struct Clusterer::State {};
Clusterer::Clusterer() : state_(std::make_unique<State>()) {}
Clusterer::~Clusterer() = default;
std::string Clusterer::add(const std::string& article_id, Fingerprint) { return article_id; }

std::vector<std::string> cluster_batch(std::span<const std::string> article_ids,
                                       std::span<const Fingerprint>) {
  return {article_ids.begin(), article_ids.end()};
}

}  // namespace stemma
