#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "model/fingerprint.h"

namespace stemma {

/// The vectors of an article, each of length one but `numbers`, which is a part of `whole`.
enum Field : std::size_t { whole, title, lead, rest, numbers, fields };
using Weights = std::array<float, fields>;

/// An article as it is compared: tf-idf by the state of the stream at its arrival.
struct ArticleVector {
  static constexpr std::size_t kMaxTerms = 150;  ///< the heaviest are kept

  std::vector<std::uint32_t> terms;  ///< sorted
  std::vector<Weights> weights;      ///< of each term
  std::vector<std::uint32_t> prints;
  std::optional<std::int64_t> seconds;
  float number_length = 0;  ///< of the part of `whole` that is numbers
};

/// How many articles of the stream have each term. Starts from a table of common English words as
/// if it had read kBackground articles, so the first articles of a stream are weighed well too.
class Vocabulary {
 public:
  static constexpr double kBackground = 2000;
  static constexpr std::uint32_t kHalfAfter = 200000;  ///< articles until all counts are halved

  Vocabulary();
  void count(const Fingerprint& fingerprint);
  ArticleVector weigh(const Fingerprint& fingerprint) const;

 private:
  void halve();

  std::unordered_map<std::uint32_t, float> articles_with_;
  double articles_ = kBackground;
  std::uint32_t since_halving_ = 0;
};

/// A term and its weight in the whole.
struct WeightedTerm {
  std::uint32_t term = 0;
  float weight = 0;
};

/// The heaviest terms, heaviest first, at most `count`.
std::vector<WeightedTerm> heaviest(const ArticleVector& vector, std::size_t count);

}  // namespace stemma
