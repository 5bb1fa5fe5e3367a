#include "fingerprint/alignment.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace stemma {
namespace {

constexpr std::uint32_t kTriple = 3;
constexpr float kGapCost = 0.25F;    // of a word between two runs, in equal words
constexpr float kShiftCost = 0.15F;  // of a word that only one side has, beyond that
constexpr float kMinChain = 5;       // a chain that scores less is no alignment

std::uint64_t hash_of_triple(std::span<const WordId> words, std::size_t at) {
  std::uint64_t hash = 0;
  for (std::size_t i = at; i < at + kTriple; ++i) {
    hash = (hash ^ (words[i] >> 1)) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29;
  }
  return hash;
}

bool equal_triples(std::span<const WordId> a, std::size_t i, std::span<const WordId> b,
                   std::size_t j) {
  return equal_words(a[i], b[j]) && equal_words(a[i + 1], b[j + 1]) &&
         equal_words(a[i + 2], b[j + 2]);
}

bool is_evidence(WordId a, WordId b) { return !is_quoted(a) && !is_quoted(b); }

// Equal words of two short stretches in one order; in the lower half those outside quotations.
std::uint32_t common_words(std::span<const WordId> a, std::span<const WordId> b) {
  std::array<std::uint32_t, Aligner::kMaxGap + Aligner::kMaxShift + 1> row{};
  for (const WordId x : a) {
    std::uint32_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint32_t above = row[j + 1];
      std::uint32_t best = std::max(above, row[j]);
      if (equal_words(x, b[j])) {
        best = std::max(best, diagonal + 0x10000U + (is_evidence(x, b[j]) ? 1U : 0U));
      }
      diagonal = above;
      row[j + 1] = best;
    }
  }
  return row[b.size()];
}

// A word of the range is in one of the others.
bool is_taken(const std::vector<WordRange>& taken, WordRange range) {
  return std::any_of(taken.begin(), taken.end(), [&](const WordRange& each) {
    return each.begin < range.end && range.begin < each.end;
  });
}

}  // namespace

void Aligner::set_text(std::span<const WordId> b) {
  b_ = b;
  const std::size_t triples = b.size() < kTriple ? 0 : b.size() - kTriple + 1;
  first_.assign(std::bit_ceil(triples * 2 + 1), 0);
  next_.assign(triples, 0);
  repeated_.assign(triples, 0);
  const std::uint64_t mask = first_.size() - 1;
  for (std::size_t i = triples; i-- > 0;) {
    if (b[i] == kNoWord) continue;
    std::uint32_t& head = first_[hash_of_triple(b, i) & mask];
    next_[i] = head;
    head = static_cast<std::uint32_t>(i) + 1;
  }
}

void Aligner::find_runs(std::span<const WordId> a) {
  runs_.clear();
  if (a.size() < kTriple || next_.empty()) return;
  const std::uint64_t mask = first_.size() - 1;
  for (std::size_t i = 0; i + kTriple <= a.size(); ++i) {
    if (a[i] == kNoWord) continue;
    std::array<std::uint32_t, kMaxRepeats + 1> places;
    std::size_t met = 0, steps = 0;
    for (std::uint32_t link = first_[hash_of_triple(a, i) & mask];
         link != 0 && met <= kMaxRepeats && steps < 4 * kMaxRepeats; link = next_[link - 1]) {
      ++steps;
      if (equal_triples(a, i, b_, link - 1)) places[met++] = link - 1;
    }
    if (met > kMaxRepeats) continue;
    for (std::size_t k = 0; k < met; ++k) {
      const std::uint32_t j = places[k];
      if (i > 0 && j > 0 && equal_words(a[i - 1], b_[j - 1])) continue;  // inside a longer run
      std::uint32_t size = kTriple;
      while (i + size < a.size() && j + size < b_.size() &&
             equal_words(a[i + size], b_[j + size])) {
        ++size;
      }
      runs_.push_back({static_cast<std::uint32_t>(i), j, size});
      if (runs_.size() == kMaxRuns) return;
    }
  }
}

// score_[i] is the best sum of equal words less gap costs of a chain that ends with run i. Runs are
// sorted by their place in a.
void Aligner::chain_runs() {
  score_.resize(runs_.size());
  before_.resize(runs_.size());
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    score_[i] = static_cast<float>(run.size);
    before_[i] = static_cast<std::uint32_t>(i);
    for (std::size_t j = i; j-- > (i > kLookBack ? i - kLookBack : 0);) {
      const Run& last = runs_[j];
      const auto gap_a = static_cast<std::int64_t>(run.a) - (last.a + last.size);
      const auto gap_b = static_cast<std::int64_t>(run.b) - (last.b + last.size);
      const std::int64_t shared = std::max<std::int64_t>(0, -std::min(gap_a, gap_b));
      if (shared + 1 >= run.size) continue;
      const std::int64_t gap = std::max(gap_a, gap_b) + shared;
      const std::int64_t shift = std::abs(gap_a - gap_b);
      if (gap > kMaxGap || shift > kMaxShift) continue;
      const float score = score_[j] + static_cast<float>(run.size - shared) -
                          kGapCost * static_cast<float>(gap) -
                          kShiftCost * static_cast<float>(shift);
      if (score > score_[i]) {
        score_[i] = score;
        before_[i] = static_cast<std::uint32_t>(j);
      }
    }
  }
}

Alignment Aligner::measure(std::span<const WordId> a, std::span<const Run> chain) const {
  Alignment out;
  out.a = {chain.front().a, chain.back().a + chain.back().size};
  out.b = {chain.front().b, chain.back().b + chain.back().size};
  std::uint32_t at_a = out.a.begin, at_b = out.b.begin;
  for (const Run& run : chain) {
    // Where two runs overlap, the later one starts where the earlier ends.
    const std::uint32_t skip =
        std::max(at_a > run.a ? at_a - run.a : 0U, at_b > run.b ? at_b - run.b : 0U);
    const std::uint32_t begin_a = run.a + skip, begin_b = run.b + skip;
    const std::uint32_t common =
        common_words(a.subspan(at_a, begin_a - at_a), b_.subspan(at_b, begin_b - at_b));
    out.equal += (common >> 16) + run.size - skip;
    out.unquoted += common & 0xFFFFU;
    std::uint32_t evidence = 0;
    for (std::uint32_t k = skip; k < run.size; ++k) {
      if (is_evidence(a[run.a + k], b_[run.b + k])) ++evidence;
    }
    out.unquoted += evidence;
    out.longest_run = std::max(out.longest_run, evidence);
    at_a = run.a + run.size;
    at_b = run.b + run.size;
  }
  return out;
}

void Aligner::take_chains(std::span<const WordId> a, std::vector<Alignment>& found) {
  std::vector<std::uint32_t> order(runs_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t x, std::uint32_t y) { return score_[x] > score_[y]; });
  std::vector<std::uint8_t> used(runs_.size());
  std::vector<WordRange> taken_a, taken_b;
  std::vector<Run> chain;
  for (const std::uint32_t last : order) {
    if (score_[last] < kMinChain) break;
    if (used[last] != 0) continue;
    chain.clear();
    for (std::uint32_t at = last; used[at] == 0; at = before_[at]) {
      used[at] = 1;
      chain.push_back(runs_[at]);
      if (before_[at] == at) break;
    }
    std::reverse(chain.begin(), chain.end());
    // Trim the ends that a better alignment has taken.
    const auto taken = [&](const Run& run) {
      return is_taken(taken_a, {run.a, run.a + run.size}) ||
             is_taken(taken_b, {run.b, run.b + run.size});
    };
    std::size_t begin = 0, end = chain.size();
    while (begin < end && taken(chain[begin])) ++begin;
    while (end > begin && taken(chain[end - 1])) --end;
    if (begin == end) continue;
    const Alignment next = measure(a, std::span(chain).subspan(begin, end - begin));
    if (is_taken(taken_a, next.a) || is_taken(taken_b, next.b)) continue;
    taken_a.push_back(next.a);
    taken_b.push_back(next.b);
    found.push_back(next);
  }
}

std::vector<Alignment> Aligner::align(std::span<const WordId> a) {
  std::vector<Alignment> found;
  find_runs(a);
  chain_runs();
  take_chains(a, found);
  return found;
}

}  // namespace stemma
