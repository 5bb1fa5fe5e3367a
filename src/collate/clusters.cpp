#include "collate/clusters.h"

#include <algorithm>
#include <map>
#include <queue>

namespace stemma {
namespace {

// A possible join of two groups, named by their smallest members; stale when either has grown.
struct Join {
  double average = 0;
  Index a = 0, b = 0;
  std::size_t size_a = 0, size_b = 0;

  bool operator<(const Join& other) const {  // the queue's top is the greatest
    if (average != other.average) return average < other.average;
    return std::pair{a, b} > std::pair{other.a, other.b};
  }
};

}  // namespace

std::vector<std::vector<Index>> average_link(const PairTable& table,
                                             std::span<const double> likeness, double least) {
  const std::size_t count = table.size();
  std::vector<std::vector<Index>> members(count);
  std::vector<std::map<Index, double>> sums(count);  // of likenesses to each neighbouring group
  std::priority_queue<Join> queue;
  const auto offer = [&](Index a, Index b, double sum) {
    const double average = sum / static_cast<double>(members[a].size() * members[b].size());
    if (average >= least) {
      queue.push({average, std::min(a, b), std::max(a, b), members[std::min(a, b)].size(),
                  members[std::max(a, b)].size()});
    }
  };
  for (Index i = 0; i < count; ++i) members[i] = {i};
  for (std::size_t n = 0; n < table.pairs().size(); ++n) {
    const auto [a, b] = table.pairs()[n];
    sums[a][b] = sums[b][a] = likeness[n];
    offer(a, b, likeness[n]);
  }

  while (!queue.empty()) {
    const Join join = queue.top();
    queue.pop();
    if (members[join.a].size() != join.size_a || members[join.b].size() != join.size_b) continue;
    auto& into = members[join.a];
    into.insert(into.end(), members[join.b].begin(), members[join.b].end());
    members[join.b].clear();
    for (const auto& [other, sum] : sums[join.b]) {
      sums[other].erase(join.b);
      if (other == join.a) continue;
      sums[join.a][other] += sum;
      sums[other][join.a] = sums[join.a][other];
    }
    sums[join.b].clear();
    for (const auto& [other, sum] : sums[join.a]) offer(join.a, other, sum);
  }

  std::vector<std::vector<Index>> groups;
  for (std::vector<Index>& group : members) {
    if (group.empty()) continue;
    std::sort(group.begin(), group.end());
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace stemma
