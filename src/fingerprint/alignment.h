#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "fingerprint/winnowing.h"

namespace stemma {

/// Words [begin, end) of one article.
struct WordRange {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t size() const { return end - begin; }
};

/// Two stretches that tell the same in nearly the same words.
struct Alignment {
  WordRange a, b;
  std::uint32_t equal = 0;        ///< words that are equal and in the same order
  std::uint32_t unquoted = 0;     ///< of these, outside quotation marks on both sides
  std::uint32_t longest_run = 0;  ///< most unquoted words in one unbroken run of equal words
  bool is_exact() const { return equal == a.size() && equal == b.size(); }
};

/// Aligns many texts with one: local alignments from runs of at least three equal words, chained
/// while the gap between them stays under kMaxGap words and kMaxShift off the diagonal, with the
/// longest common subsequence inside each gap. Best alignment first; no word of either side is in
/// two of them. Linear in the texts for bounded numbers of repeats. Reuse one object: it keeps its
/// memory.
class Aligner {
 public:
  static constexpr std::uint32_t kMaxGap = 30;
  static constexpr std::uint32_t kMaxShift = 16;
  static constexpr std::size_t kMaxRepeats = 8;      ///< a triple met more often starts no run
  static constexpr std::size_t kMaxRuns = 1U << 16;  ///< of one pair; what follows is left out
  static constexpr std::size_t kLookBack = 64;       ///< runs that a run may be chained to

  /// The text that the next calls compare with. Views the words.
  void set_text(std::span<const WordId> b);
  std::vector<Alignment> align(std::span<const WordId> a);

 private:
  struct Run {
    std::uint32_t a, b, size;
  };
  void find_runs(std::span<const WordId> a);
  void chain_runs();
  void take_chains(std::span<const WordId> a, std::vector<Alignment>& found);
  Alignment measure(std::span<const WordId> a, std::span<const Run> chain) const;

  std::span<const WordId> b_;
  std::vector<std::uint32_t> first_, next_;  // triples of b by hash: heads and links, 1-based
  std::vector<std::uint8_t> repeated_;       // this place's triple is met too often in b
  std::vector<Run> runs_;
  std::vector<float> score_;
  std::vector<std::uint32_t> before_;  // the run that a run is chained to, or itself
};

}  // namespace stemma
